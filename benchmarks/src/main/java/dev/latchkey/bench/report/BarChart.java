package dev.latchkey.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Horizontal bars as SVG, in the order in which they were added. Not thread-safe. */
public final class BarChart {
    private static final int LEFT = 330;
    private static final int WIDTH = 900;
    private static final int ROW = 26;
    private static final int TOP = 48;

    private final String title;
    private final String unit;
    private final List<Bar> bars = new ArrayList<>();

    public BarChart(String title, String unit) {
        this.title = title;
        this.unit = unit;
    }

    private record Bar(String label, double value) {}

    public BarChart bar(String label, double value) {
        bars.add(new Bar(label, value));
        return this;
    }

    /** The whole picture. */
    public String svg() {
        double greatest = bars.stream().mapToDouble(Bar::value).max().orElse(1);
        StringBuilder svg = new StringBuilder()
                .append(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" font-family=\"sans-serif\" font-size=\"13\">\n"
                                .formatted(WIDTH, TOP + ROW * bars.size() + 12))
                .append("<rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n")
                .append("<text x=\"12\" y=\"24\" font-size=\"16\">%s (%s)</text>\n"
                        .formatted(escaped(title), escaped(unit)));
        for (int i = 0; i < bars.size(); i++) {
            svg.append(row(bars.get(i), TOP + i * ROW, greatest));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String row(Bar bar, int y, double greatest) {
        long width = Math.max(1, Math.round(bar.value() / greatest * (WIDTH - LEFT - 90)));
        return String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
                        + "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"#3b6ea5\"/>"
                        + "<text x=\"%d\" y=\"%d\">%s</text>\n",
                LEFT - 8,
                y + 14,
                escaped(bar.label()),
                LEFT,
                y,
                width,
                ROW - 8,
                LEFT + width + 6,
                y + 14,
                String.format(Locale.ROOT, bar.value() < 10 ? "%.2f" : "%.1f", bar.value()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

package dev.latchkey.jpa.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Values of entity attributes from their text form: ids of accounts, and defaults of the configuration. */
final class TextValue {
    private static final Map<Class<?>, Function<String, ?>> PARSERS = Map.ofEntries(
            Map.entry(String.class, Function.identity()),
            Map.entry(Short.class, Short::valueOf),
            Map.entry(Integer.class, Integer::valueOf),
            Map.entry(Long.class, Long::valueOf),
            Map.entry(BigInteger.class, BigInteger::new),
            Map.entry(BigDecimal.class, BigDecimal::new),
            Map.entry(Double.class, Double::valueOf),
            Map.entry(UUID.class, UUID::fromString),
            Map.entry(Boolean.class, TextValue::bool),
            Map.entry(LocalDate.class, LocalDate::parse),
            Map.entry(LocalDateTime.class, LocalDateTime::parse),
            Map.entry(OffsetDateTime.class, OffsetDateTime::parse),
            Map.entry(Instant.class, Instant::parse));

    private static final Map<Class<?>, Class<?>> WRAPPERS = Map.of(
            short.class, Short.class,
            int.class, Integer.class,
            long.class, Long.class,
            double.class, Double.class,
            boolean.class, Boolean.class);

    private TextValue() {}

    /** The value that the text means in that type, or empty where it means none. */
    static Optional<Object> parse(Class<?> type, String text) {
        Class<?> wrapper = wrapper(type);
        if (wrapper.isEnum()) {
            return enumConstant(wrapper, text);
        }
        try {
            return Optional.ofNullable(PARSERS.get(wrapper)).map(parser -> parser.apply(text));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    static Class<?> wrapper(Class<?> type) {
        return WRAPPERS.getOrDefault(type, type);
    }

    private static Optional<Object> enumConstant(Class<?> type, String name) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }
}

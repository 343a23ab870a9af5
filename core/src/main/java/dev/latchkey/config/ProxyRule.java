package dev.latchkey.config;

/** The proxies are named by addresses. */
final class ProxyRule implements Rule {
    private static final String KEY = "latchkey.proxies.trusted";

    @Override
    public void check(LatchkeyConfig config, Findings findings) {
        for (String proxy : config.proxies().trusted()) {
            if (AddressRange.of(proxy).isEmpty()) {
                findings.fault(
                        KEY,
                        proxy,
                        "needs to be an address, such as 10.1.2.3, or a range, such as 10.0.0.0/8 or fd00::/8");
            } else if (proxy.endsWith("/0")) {
                findings.fault(
                        KEY,
                        proxy,
                        "is everybody: any client could then choose what counts as its host; name the proxies in front");
            }
        }
    }
}

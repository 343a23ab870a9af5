package dev.latchkey.sdk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.sample.browser.Browser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A page with auth0-spa-js in the browser. */
final class SpaPage {
    private final Browser browser;
    private final Site site;
    private final Setting setting;

    SpaPage(Browser browser, Site site, Setting setting) {
        this.browser = browser;
        this.site = site;
        this.setting = setting;
    }

    /** Opens it, with a new {@code Auth0Client} that keeps its tokens in memory and the refresh token in a worker, as is the SDK's default. */
    SpaPage open() {
        return open(Map.of());
    }

    /** @param more options of {@code Auth0Client} */
    SpaPage open(Map<String, ?> more) {
        browser.driver().get(setting.page(site).toString());
        Map<String, Object> options = new HashMap<>(Map.of(
                "domain", site.domain(),
                "clientId", setting.clientId(),
                "useRefreshTokens", true,
                "useMrrt", true,
                "useDpop", setting.dpop()));
        if (setting.sameOrigin()) {
            // The sample's Content-Security-Policy lets no worker run from a blob, which is the SDK's default.
            options.put("workerUrl", "auth0-spa-js.worker.production.js");
        }
        options.putAll(more);
        browser.evaluate("sdk.open(" + SdkResult.text(options) + "); return true");
        return this;
    }

    /** @param path of a method of the client, such as {@code passkey.login} */
    SdkResult call(String path, Object... arguments) {
        String call = "sdk.call(" + SdkResult.text(path)
                + List.of(arguments).stream()
                        .map(argument -> ", " + SdkResult.text(argument))
                        .reduce("", String::concat)
                + ")";
        return SdkResult.of(path, String.valueOf(browser.evaluate("return " + call)));
    }

    /** The value that the call came to. */
    JsonNode get(String path, Object... arguments) {
        return call(path, arguments).value();
    }

    /** A credential of the browser, as {@code toJSON()} writes it. */
    JsonNode createCredential(JsonNode options) {
        String call = "return sdk.createCredential(" + options + ")";
        return SdkResult.of("createCredential", String.valueOf(browser.evaluate(call)))
                .value();
    }
}

package dev.latchkey.wellknown;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.config.IosApp;
import dev.latchkey.json.Json;
import java.util.Collection;

/**
 * {@code /.well-known/apple-app-site-association} (Apple, Supporting associated domains): which iOS apps share the passkeys of the domain, and
 * which links open them. Those are the callbacks {@code /ios/BUNDLE/…} of Auth0's SDK alone, so that no other link leaves the browser.
 */
public final class AppleAppSiteAssociation {
    private AppleAppSiteAssociation() {}

    /** The document for these apps, in their order. */
    public static ObjectNode of(Collection<IosApp> apps) {
        ObjectNode json = Json.object();
        ArrayNode links = json.putObject("applinks").putArray("details");
        ArrayNode credentials = json.putObject("webcredentials").putArray("apps");
        for (IosApp app : apps) {
            ObjectNode link = links.addObject();
            link.putArray("appIDs").add(app.appId());
            link.putArray("components").addObject().put("/", "/ios/" + app.appBundleIdentifier() + "/*");
            credentials.add(app.appId());
        }
        return json;
    }
}

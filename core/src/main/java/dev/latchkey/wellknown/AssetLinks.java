package dev.latchkey.wellknown;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.config.AndroidApp;
import dev.latchkey.json.Json;
import java.util.Collection;

/** {@code /.well-known/assetlinks.json} (Google, Digital Asset Links): which Android apps share the passkeys of the domain. */
public final class AssetLinks {
    private AssetLinks() {}

    /** The document for these apps, in their order. */
    public static ArrayNode of(Collection<AndroidApp> apps) {
        ArrayNode json = Json.array();
        for (AndroidApp app : apps) {
            ObjectNode statement = json.addObject();
            statement
                    .putArray("relation")
                    .add("delegate_permission/common.get_login_creds")
                    .add("delegate_permission/common.handle_all_urls");
            ObjectNode target = statement.putObject("target");
            target.put("namespace", "android_app");
            target.put("package_name", app.appPackageName());
            app.colonFingerprints().forEach(target.putArray("sha256_cert_fingerprints")::add);
        }
        return json;
    }
}

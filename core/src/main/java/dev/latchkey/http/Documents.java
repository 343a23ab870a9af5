package dev.latchkey.http;

import dev.latchkey.config.AndroidApp;
import dev.latchkey.config.Domain;
import dev.latchkey.config.IosApp;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.wellknown.AppleAppSiteAssociation;
import dev.latchkey.wellknown.AssetLinks;
import dev.latchkey.wellknown.PasskeyPages;
import dev.latchkey.wellknown.RelatedOrigins;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The well-known documents that tie apps, origins and pages to the domains: those that something is configured for. */
final class Documents {
    /** All of them, live or not. */
    static final Set<Endpoint> ALL = Collections.unmodifiableSet(EnumSet.of(
            Endpoint.APPLE_APP_SITE_ASSOCIATION,
            Endpoint.ASSET_LINKS,
            Endpoint.RELATED_ORIGINS,
            Endpoint.PASSKEY_ENDPOINTS));

    private Documents() {}

    static Map<Endpoint, Handler> of(LatchkeyConfig config) {
        Map<Endpoint, Handler> documents = new EnumMap<>(Endpoint.class);
        List<IosApp> iosApps = config.iosApps();
        if (!iosApps.isEmpty()) {
            Reply document = Replies.document(AppleAppSiteAssociation.of(iosApps));
            documents.put(Endpoint.APPLE_APP_SITE_ASSOCIATION, call -> document);
        }
        List<AndroidApp> androidApps = config.androidApps();
        if (!androidApps.isEmpty()) {
            Reply document = Replies.document(AssetLinks.of(androidApps));
            documents.put(Endpoint.ASSET_LINKS, call -> document);
        }
        Predicate<Domain> related = domain -> !domain.relatedOrigins().isEmpty();
        if (config.domains().stream().anyMatch(related)) {
            documents.put(
                    Endpoint.RELATED_ORIGINS,
                    call -> Replies.document(
                            RelatedOrigins.of(only(related, call).relatedOrigins())));
        }
        Predicate<Domain> pages = domain -> !domain.passkeyEndpoints().isEmpty();
        if (config.domains().stream().anyMatch(pages)) {
            documents.put(
                    Endpoint.PASSKEY_ENDPOINTS,
                    call -> Replies.document(PasskeyPages.of(only(pages, call).passkeyEndpoints())));
        }
        return documents;
    }

    private static Domain only(Predicate<Domain> configured, Call call) {
        if (!configured.test(call.domain())) {
            throw ApiException.nothing();
        }
        return call.domain();
    }
}

package dev.latchkey.contract;

import dev.latchkey.Latchkey;
import dev.latchkey.config.Grant;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.config.ProxySettings.Headers;
import dev.latchkey.config.Realm.TakenIdentifier;
import dev.latchkey.http.Reply;
import dev.latchkey.jpa.JpaStorageProvider;
import dev.latchkey.testkit.Bytes;
import dev.latchkey.testkit.ContractClient;
import dev.latchkey.testkit.DpopKey;
import dev.latchkey.testkit.MyAccountClient;
import dev.latchkey.testkit.SoftwareAuthenticator;
import dev.latchkey.testkit.Transport;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kit without a container, at one moment for ever, and one good request of each kind with the status that it gets. */
final class FuzzDeployment implements AutoCloseable {
    private static final URI BASE = URI.create("http://localhost");
    private static final String SECRET = "a secret of the backend";

    private final TestDatabase database = TestDatabase.open();
    private final RollingBack storage;
    private final Latchkey latchkey;
    private final Latchkey behindForwarded;
    private final Map<FuzzRequest, Integer> recorded = new LinkedHashMap<>();

    FuzzDeployment() {
        LatchkeyConfig config = config(Headers.X_FORWARDED);
        storage = new RollingBack(new JpaStorageProvider()
                .open(config.storage(), config.accounts(), name -> Optional.of(database.factory())));
        Clock clock = Clock.fixed(Instant.now(), ZoneOffset.UTC);
        latchkey = Latchkey.builder(config, storage).clock(clock).build();
        behindForwarded = Latchkey.builder(config(Headers.FORWARDED), storage)
                .clock(clock)
                .build();
        record();
    }

    private static LatchkeyConfig config(Headers proxyHeaders) {
        return LatchkeyConfig.builder()
                .domain("localhost")
                .proxies(proxies -> proxies.trusted("10.0.0.0/8").headers(proxyHeaders))
                .client("web", client -> client.allowedOrigins(Deployment.ORIGIN)
                        .grants(Grant.PASSKEY, Grant.REFRESH_TOKEN)
                        .myAccount(true))
                .client("backend", client -> client.secrets(SECRET).grants(Grant.PASSKEY, Grant.REFRESH_TOKEN))
                .realm("default", realm -> realm.takenIdentifier(TakenIdentifier.AT_EXCHANGE))
                .keys(keys -> keys.secret(Deployment.KEYS_SECRET))
                .endpoints(endpoints -> endpoints.openApi(true))
                .rateLimits(limits -> limits.enabled(false))
                .storage(settings -> settings.entityManagerFactory("factory"))
                .build();
    }

    /** By the kit whose proxies tell what the request's do. The statements that it sends are not kept. */
    Reply handle(FuzzRequest request) {
        SentStatements.take();
        return (request.header("Forwarded").isPresent() ? behindForwarded : latchkey).handle(request);
    }

    /** Good requests and their status. Nothing that they write stays, so that each gets it every time. */
    Map<FuzzRequest, Integer> recorded() {
        return recorded;
    }

    @Override
    public void close() {
        storage.close();
        database.close();
    }

    private void record() {
        SoftwareAuthenticator authenticator = new SoftwareAuthenticator();
        DpopKey key = DpopKey.es256();
        ContractClient setUp = web(this::send);
        String account = Scenario.myAccountToken(setUp, authenticator, "ada@example.com");
        ContractClient bound = setUp.withDpop(BASE, key);
        String boundAccount = Scenario.myAccountLogin(bound, authenticator);
        String refresh = setUp.withScope("openid offline_access")
                .login(authenticator)
                .expect(200)
                .text("refresh_token");
        String userinfo = setUp.login(authenticator).expect(200).text("access_token");
        setUp.withBearer(account)
                .myAccount()
                .enroll(new SoftwareAuthenticator())
                .expect(201);
        storage.forgetFromNowOn();

        ContractClient web = web(this::keep);
        web.signup(new SoftwareAuthenticator(), ContractClient.profile("grace@example.com"))
                .expect(200);
        web.login(authenticator).expect(200);
        web.withDpop(BASE, key).login(authenticator).expect(200);
        ContractClient backend = ContractClient.of(this::keep, "backend");
        backend.withSecret(SECRET).login(authenticator);
        backend.withBasicSecret(SECRET).passkeyChallenge().expect(200);
        web.refresh(refresh).expect(200);
        web.refreshByForm(refresh).expect(200);
        web.revoke(refresh).expect(200);
        web.withBearer(userinfo).userinfo().expect(200);
        manage(web.withBearer(account).myAccount());
        web.withDpop(BASE, key).withDpopToken(boundAccount).myAccount().list().expect(200);
        web.discovery().expect(200);
        web.jwks().expect(200);
        web.send("GET", "/latchkey/openapi.json").expect(200);
    }

    private static void manage(MyAccountClient account) {
        account.factors().expect(200);
        account.list("passkey").expect(200);
        account.enroll(new SoftwareAuthenticator()).expect(201);
        String id = account.list()
                .expect(200)
                .body()
                .at("/authentication_methods/0/id")
                .asText();
        account.get(id).expect(200);
        account.rename(id, "Phone").expect(200);
        account.delete(id).expect(204);
    }

    private static ContractClient web(Transport transport) {
        return ContractClient.of(transport, "web").withOrigin(Deployment.ORIGIN);
    }

    private Transport.Response keep(Transport.Request request) {
        Transport.Response response = send(request);
        recorded.put(FuzzRequest.of(request), response.status());
        return response;
    }

    private Transport.Response send(Transport.Request request) {
        Reply reply = latchkey.handle(FuzzRequest.of(request));
        Map<String, List<String>> headers = new LinkedHashMap<>();
        reply.headers().forEach((name, value) -> headers.put(name, new ArrayList<>(List.of(value))));
        return new Transport.Response(
                reply.status(), headers, Bytes.copyOf(reply.body().toArray()));
    }
}

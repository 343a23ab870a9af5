package dev.latchkey.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.latchkey.Latchkey;
import dev.latchkey.TestStorage;
import dev.latchkey.config.LatchkeyConfig;
import dev.latchkey.config.LatchkeyConfigBuilder;
import dev.latchkey.wellknown.OpenApi;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The OpenAPI document says what there is: held against the routes here, and against recorded answers in the contract tests. */
class OpenApiTest {
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final String STRUCTURE = "spec.openapis.org/oas/3.1/schema/2022-10-07";
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V202012);

    private final JsonNode document = read(OpenApi.RESOURCE);

    @Test
    void everyRouteIsInItAndNothingElse() {
        Set<String> routes = new TreeSet<>();
        for (Endpoint endpoint : Endpoint.values()) {
            endpoint.methods().forEach(method -> routes.add(method + " " + endpoint.template()));
        }

        assertThat(operations(document)).isEqualTo(routes);
    }

    @Test
    void itIsValidOpenApi() {
        var structure = SCHEMAS.getSchema(read("/" + STRUCTURE));

        assertThat(structure.validate(document)).isEmpty();
        assertThat(structure.validate(read(OpenApi.RESOURCE).path("components")))
                .as("the structure refuses what is none")
                .isNotEmpty();
    }

    @Test
    void itsSchemasAreValidSchemas() {
        var metaSchema = SCHEMAS.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        List<JsonNode> schemas = new ArrayList<>(document.findValues("schema"));
        document.at("/components/schemas").forEach(schemas::add);
        assertThat(schemas).hasSizeGreaterThan(40).allSatisfy(schema -> assertThat(metaSchema.validate(schema))
                .isEmpty());
    }

    @Test
    void everyReferenceLeadsSomewhereAndEveryComponentIsUsed() {
        Set<String> used = new TreeSet<>();
        for (JsonNode reference : document.findValues("$ref")) {
            assertThat(document.at(reference.asText().substring(1)).isMissingNode())
                    .as(reference.asText())
                    .isFalse();
            used.add(reference.asText());
        }

        for (String kind : List.of("schemas", "responses", "headers", "parameters")) {
            assertThat(used)
                    .containsAll(names(document.at("/components/" + kind))
                            .map(name -> "#/components/" + kind + "/" + name)
                            .toList());
        }
    }

    @Test
    void itIsServedWhereItIsSwitchedOnAlone() throws IOException {
        assertThat(get(config -> {}).status()).isEqualTo(404);

        Reply reply = get(config -> config.endpoints(endpoints -> endpoints.openApi(true)));
        JsonNode served = new ObjectMapper().readTree(reply.body().toArray());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.headers()).containsEntry("Content-Type", "application/json");
        assertThat(served.path("servers")).hasToString("[{\"url\":\"https://auth.example.com\"}]");
        assertThat(served.path("components")).isEqualTo(document.path("components"));
    }

    @Test
    void itHoldsTheLiveEndpointsAlone() throws IOException {
        Reply reply = get(config -> config.endpoints(
                endpoints -> endpoints.openApi(true).signup(false).myAccount(false)));

        assertThat(operations(new ObjectMapper().readTree(reply.body().toArray())))
                .containsExactlyInAnyOrder(
                        "POST /passkey/challenge",
                        "POST /oauth/token",
                        "GET /userinfo",
                        "POST /userinfo",
                        "GET /.well-known/jwks.json",
                        "GET /.well-known/openid-configuration",
                        "GET /latchkey/openapi.json");
    }

    private static Reply get(Consumer<LatchkeyConfigBuilder> changes) {
        LatchkeyConfigBuilder config = LatchkeyConfig.builder()
                .domain("auth.example.com")
                .client("web", client -> client.allowedOrigins("https://auth.example.com"));
        changes.accept(config);
        Latchkey latchkey =
                Latchkey.builder(config.build(), TestStorage.unreachable()).build();
        return latchkey.handle(TestExchange.get("/latchkey/openapi.json").at("auth.example.com", true, ""));
    }

    private static Set<String> operations(JsonNode document) {
        Set<String> operations = new TreeSet<>();
        document.path("paths").properties().forEach(path -> names(path.getValue())
                .filter(METHODS::contains)
                .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    private static Stream<String> names(JsonNode object) {
        return object.properties().stream().map(member -> member.getKey());
    }

    private static JsonNode read(String resource) {
        try (InputStream in = Objects.requireNonNull(OpenApiTest.class.getResourceAsStream(resource), resource)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new IllegalStateException(resource, e);
        }
    }
}

/**
 * A software authenticator and a client of the HTTP contract, for the tests of whoever serves passkeys. No test
 * framework is needed.
 *
 * <pre>{@code
 * SoftwareAuthenticator authenticator = new SoftwareAuthenticator(AuthenticatorModel.securityKey());
 * ContractClient client = ContractClient.of(HttpTransport.to(URI.create("http://localhost:8080")), "sample-web")
 *         .withOrigin("http://localhost:8080")
 *         .withScope("openid offline_access");
 *
 * String idToken = client.signup(authenticator, ContractClient.profile("ada@example.com"))
 *         .expect(200)
 *         .text("id_token");
 * client.login(authenticator).expect(200);
 * client.login(authenticator, Bend.none().flag(Flag.UV, false)).expectError(400, "invalid_grant");
 * }</pre>
 *
 * <p>{@link SoftwareAuthenticator} is a browser with its authenticator: options in, {@code authn_response} out. {@link
 * Bend} says what an answer gets wrong. {@link ContractClient} speaks the endpoints over a {@link Transport}. {@link
 * RegistrationAnswer} and {@link AssertionAnswer} let a test look into what was answered.
 */
@org.jspecify.annotations.NullMarked
package dev.latchkey.testkit;

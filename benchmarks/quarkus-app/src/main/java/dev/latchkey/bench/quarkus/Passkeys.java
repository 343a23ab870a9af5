package dev.latchkey.bench.quarkus;

import io.quarkus.security.webauthn.WebAuthnCredentialRecord;
import io.quarkus.security.webauthn.WebAuthnUserProvider;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;

/** Keeps credentials with Hibernate ORM, on threads that may wait. */
@Blocking
@ApplicationScoped
public class Passkeys implements WebAuthnUserProvider {
    @Inject
    EntityManager entities;

    @Override
    @Transactional
    public Uni<List<WebAuthnCredentialRecord>> findByUsername(String username) {
        return Uni.createFrom().item(entities
                .createQuery("select p from Passkey p join fetch p.person where p.person.username = :name", Passkey.class)
                .setParameter("name", username)
                .getResultStream()
                .map(Passkey::toRecord)
                .toList());
    }

    @Override
    @Transactional
    public Uni<WebAuthnCredentialRecord> findByCredentialId(String credentialId) {
        Passkey passkey = entities.find(Passkey.class, credentialId);
        return passkey == null
                ? Uni.createFrom().failure(new RuntimeException("no such credential"))
                : Uni.createFrom().item(passkey.toRecord());
    }

    @Override
    @Transactional
    public Uni<Void> store(WebAuthnCredentialRecord credential) {
        Person person = new Person(credential.getUsername());
        entities.persist(person);
        entities.persist(new Passkey(credential, person));
        return Uni.createFrom().voidItem();
    }

    @Override
    @Transactional
    public Uni<Void> update(String credentialId, long counter) {
        entities.find(Passkey.class, credentialId).counter = counter;
        return Uni.createFrom().voidItem();
    }

    @Override
    public Set<String> getRoles(String username) {
        return Set.of("user");
    }
}

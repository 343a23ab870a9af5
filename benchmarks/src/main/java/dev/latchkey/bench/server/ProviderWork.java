package dev.latchkey.bench.server;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;

/** What a start and a sign-in ask of the JPA provider, asked by the host itself: so its share can be told from Latchkey's. */
final class ProviderWork {
    private static final String KEYS = "select k from LatchkeySigningKey k order by k.createdAtMicros desc, k.keyId";
    private static final String PASSKEY =
            "select p.id, p.realm, p.accountId, p.rpId, p.credentialId, p.userHandle, p.publicKey,"
                    + " p.signCount, p.backupEligible, p.backedUp, p.transports, p.aaguid, p.displayName, p.userAgent,"
                    + " p.createdAtMicros, p.lastUsedAtMicros, a.id, a.realm from LatchkeyPasskey p, LatchkeyAccount a"
                    + " where p.credentialHash = :hash and a.id = p.accountId and a.realm = p.realm";
    private static final String USE = "update LatchkeyPasskey p set p.signCount = :count, p.backedUp = :backedUp,"
            + " p.lastUsedAtMicros = :usedAt where p.id = :id and p.signCount = :count and p.backupEligible = true";

    private ProviderWork() {}

    static void run(EntityManagerFactory factory) {
        EntityManager entities = factory.createEntityManager();
        try {
            entities.getTransaction().begin();
            entities.createQuery(KEYS, Object.class).getResultList();
            entities.createQuery(PASSKEY, Object[].class)
                    .setParameter("hash", "nobody's")
                    .getResultList();
            entities.createQuery(USE)
                    .setParameter("count", 0L)
                    .setParameter("backedUp", true)
                    .setParameter("usedAt", 0L)
                    .setParameter("id", "nobody's")
                    .executeUpdate();
            entities.getTransaction().commit();
        } finally {
            entities.close();
        }
    }
}

package dev.latchkey.bench.server;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.metamodel.SingularAttribute;
import java.lang.reflect.Field;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a start and a sign-in ask of the JPA provider, asked by the host itself, so that its share can be told from Latchkey's: a row stored in
 * each table, read and rolled back, as a start does, and the statements of a sign-in.
 */
final class ProviderWork {
    private static final String KEYS = "select k from LatchkeySigningKey k order by k.createdAtMicros desc, k.keyId";
    private static final String PASSKEY =
            "select p.id, p.realm, p.accountId, p.rpId, p.credentialId, p.userHandle, p.publicKey,"
                    + " p.signCount, p.backupEligible, p.backedUp, p.transports, p.aaguid, p.displayName, p.userAgent,"
                    + " p.createdAtMicros, p.lastUsedAtMicros, a.id, a.realm from LatchkeyPasskey p, LatchkeyAccount a"
                    + " where p.credentialHash = :hash and a.id = p.accountId and a.realm = p.realm";
    private static final String USE = "update LatchkeyPasskey p set p.signCount = :count, p.backedUp = :backedUp,"
            + " p.lastUsedAtMicros = :usedAt where p.id = :id and p.signCount = :count and p.backupEligible = true";

    private static final Map<Class<?>, Object> VALUES =
            Map.of(String.class, "7", long.class, 7L, boolean.class, true, byte[].class, new byte[] {7});

    private ProviderWork() {}

    static void run(EntityManagerFactory factory) throws ReflectiveOperationException {
        for (EntityType<?> entity : factory.getMetamodel().getEntities()) {
            if (entity.getName().startsWith("Latchkey")) {
                store(factory, entity);
            }
        }
        signIn(factory);
    }

    private static void store(EntityManagerFactory factory, EntityType<?> entity) throws ReflectiveOperationException {
        Object row = entity.getJavaType().getDeclaredConstructor().newInstance();
        for (SingularAttribute<?, ?> attribute : entity.getSingularAttributes()) {
            Field field = (Field) attribute.getJavaMember();
            field.setAccessible(true);
            field.set(row, VALUES.get(field.getType()));
        }
        String columns = entity.getSingularAttributes().stream()
                .map(attribute -> "e." + attribute.getName())
                .collect(Collectors.joining(", "));
        EntityManager entities = factory.createEntityManager();
        try {
            entities.getTransaction().begin();
            entities.persist(row);
            entities.flush();
            entities.clear();
            entities.createQuery("select " + columns + " from " + entity.getName() + " e", Object[].class)
                    .setMaxResults(1)
                    .getResultList();
            entities.getTransaction().rollback();
        } finally {
            entities.close();
        }
    }

    private static void signIn(EntityManagerFactory factory) {
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

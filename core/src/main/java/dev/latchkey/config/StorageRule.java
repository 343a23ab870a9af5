package dev.latchkey.config;

/** There is one way to the database. */
final class StorageRule implements Rule {

    @Override
    public void check(LatchkeyConfig config, Findings findings) {
        StorageSettings storage = config.storage();
        if (storage.entityManagerFactory().isEmpty()) {
            return;
        }
        storage.dataSource()
                .ifPresent(
                        name -> findings.fault(
                                "latchkey.storage.data-source",
                                name,
                                "has no effect beside entity-manager-factory, which has a data source of its own: keep one of the two"));
        if (!storage.properties().isEmpty()) {
            findings.faultWithoutValue(
                    "latchkey.storage.properties",
                    "have no effect beside entity-manager-factory: set them where that is made");
        }
    }
}

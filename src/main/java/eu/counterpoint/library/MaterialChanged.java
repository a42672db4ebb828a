package eu.counterpoint.library;

/**
 * A material, its files or its status changed. Published inside the transaction that changes it.
 *
 * @param version       the material's version after the change
 * @param everPublished whether it is published, or once was
 * @param reading       whether some of its files wait to be read, so that more is to come
 */
public record MaterialChanged(MaterialId id, long version, boolean everPublished, boolean reading) {

    static MaterialChanged of(Material material) {
        return new MaterialChanged(material.id(), material.version(), material.publishedAt() != null,
                material.files().stream().anyMatch(file -> file.outcome() == Outcome.PENDING));
    }
}

/**
 * What is stored, as a host can map it: thin entities over mapped superclasses.
 *
 * <p>The three ways of mapping:
 *
 * <ol>
 *   <li>Take the entities as they are: one line in {@code persistence.xml},
 *       {@code <mapping-file>META-INF/latchkey-orm.xml</mapping-file>}.
 *   <li>Rename tables and columns: list the entities in an {@code orm.xml} of your own, with {@code <table>} and
 *       {@code <attribute-override>}.
 *   <li>Extend a mapped superclass by an entity of your own, with more columns and relations, and list it in place of the
 *       kit's. Where the accounts' ids are text, a relation to the owner can share the kit's column:
 *       {@code @ManyToOne @JoinColumn(name = "account_id", insertable = false, updatable = false)}; where they are not,
 *       override {@code assign} to fill a column of your own with the id in its type.
 * </ol>
 *
 * <p>Points in time are whole microseconds since the epoch in {@code bigint} columns named {@code …_micros}: no driver, no
 * provider and no time zone can shift them. Hashes and ids are text in unpadded base64url, which every database can index.
 */
@NullMarked
package dev.latchkey.jpa.entity;

import org.jspecify.annotations.NullMarked;

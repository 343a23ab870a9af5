package dev.latchkey.jpa.entity;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** Table {@code latchkey_signing_key}. */
@Entity(name = "LatchkeySigningKey")
@Cacheable(false)
@Table(name = "latchkey_signing_key")
public class SigningKeyEntity extends MappedSigningKey {}

package dev.latchkey.jpa.entity;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** Table {@code latchkey_user_handle}. */
@Entity(name = "LatchkeyUserHandle")
@Cacheable(false)
@Table(
        name = "latchkey_user_handle",
        uniqueConstraints =
                @UniqueConstraint(
                        name = "latchkey_user_handle_owner",
                        columnNames = {"realm", "account_id"}))
public class UserHandleEntity extends MappedUserHandle {}

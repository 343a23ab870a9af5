package dev.latchkey.jpa.entity;

import jakarta.persistence.Cacheable;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;

/** Table {@code latchkey_account}. */
@Entity(name = "LatchkeyAccount")
@Cacheable(false)
@Table(
        name = "latchkey_account",
        uniqueConstraints = {
            @UniqueConstraint(
                    name = "latchkey_account_email_key",
                    columnNames = {"realm", "email_key"}),
            @UniqueConstraint(
                    name = "latchkey_account_phone_key",
                    columnNames = {"realm", "phone_number_key"}),
            @UniqueConstraint(
                    name = "latchkey_account_user_key",
                    columnNames = {"realm", "username_key"})
        })
public class AccountEntity extends MappedAccount {}

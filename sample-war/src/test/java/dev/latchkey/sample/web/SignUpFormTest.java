package dev.latchkey.sample.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignUpFormTest {

    @Test
    void completeFormHasNoErrors() {
        assertThat(new SignUpForm("Ada", "ada@example.com", "correct horse").errors())
                .isEmpty();
    }

    @Test
    void everyFaultIsNamedAtItsField() {
        assertThat(new SignUpForm("", "ada", "short").errors()).containsOnlyKeys("fullName", "email", "password");
    }

    @Test
    void overlongPasswordIsRefused() {
        assertThat(new SignUpForm("Ada", "ada@example.com", "x".repeat(201)).errors())
                .containsOnlyKeys("password");
    }
}

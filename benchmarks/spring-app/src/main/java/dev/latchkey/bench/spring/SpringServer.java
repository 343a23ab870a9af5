package dev.latchkey.bench.spring;

import javax.sql.DataSource;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.provisioning.JdbcUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;

/**
 * Spring Security's passkeys with all their data in JDBC. Prints {@code ready PORT} and serves until it is ended. System property
 * {@code bench.jdbc}: a URL with user. There are people {@code person0} to {@code person63} with the password {@code bench}.
 */
@SpringBootApplication
public class SpringServer {
    private static final int PEOPLE = 64;

    public static void main(String[] arguments) {
        var context = (ServletWebServerApplicationContext) SpringApplication.run(SpringServer.class, arguments);
        System.out.println("ready " + context.getWebServer().getPort());
    }

    @Bean
    SecurityFilterChain security(HttpSecurity http) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(Customizer.withDefaults())
                .csrf(CsrfConfigurer::spa)
                .webAuthn(passkeys ->
                        passkeys.rpName("bench").rpId("localhost").allowedOrigins("http://localhost:3000"))
                .build();
    }

    @Bean
    JdbcPublicKeyCredentialUserEntityRepository userEntities(JdbcOperations jdbc) {
        return new JdbcPublicKeyCredentialUserEntityRepository(jdbc);
    }

    @Bean
    JdbcUserCredentialRepository userCredentials(JdbcOperations jdbc) {
        return new JdbcUserCredentialRepository(jdbc);
    }

    @Bean
    JdbcUserDetailsManager users(DataSource source) {
        return new JdbcUserDetailsManager(source);
    }

    @Bean
    ApplicationRunner people(JdbcUserDetailsManager users) {
        return arguments -> {
            for (int i = 0; i < PEOPLE; i++) {
                users.createUser(User.withUsername("person" + i)
                        .password("{noop}bench")
                        .roles("USER")
                        .build());
            }
        };
    }
}

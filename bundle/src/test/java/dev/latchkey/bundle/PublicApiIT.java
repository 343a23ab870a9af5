package dev.latchkey.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Executable;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nobody who compiles against the jar meets a type whose name differs from that in the separate modules. */
class PublicApiIT {
    private static final String RELOCATED = "dev.latchkey.internal.";

    /** Public for the other packages of the kit; no host needs them. */
    private static final Pattern INNER =
            Pattern.compile("dev\\.latchkey\\.(ceremony|dpop|json|keys|session|token|webauthn|wellknown)\\..*");

    @Test
    void noPublicSignatureNamesARelocatedType() throws Exception {
        List<String> found = new ArrayList<>();
        int[] looked = {0};
        try (URLClassLoader loader = new URLClassLoader(classPath(), ClassLoader.getPlatformClassLoader())) {
            for (String name : Bundle.classNames()) {
                if (!name.startsWith(RELOCATED) && !INNER.matcher(name).matches() && !name.endsWith("package-info")) {
                    Class<?> type = Class.forName(name, false, loader);
                    if (isVisible(type)) {
                        looked[0]++;
                        signatures(type)
                                .filter(signature -> signature.contains(RELOCATED))
                                .forEach(found::add);
                    }
                }
            }
        }

        assertThat(looked[0]).isGreaterThan(100);
        assertThat(found).isEmpty();
    }

    private static Stream<String> signatures(Class<?> type) {
        Stream<String> supertypes = Stream.concat(
                        Stream.of(type.getGenericInterfaces()), Stream.ofNullable(type.getGenericSuperclass()))
                .map(supertype -> type.getName() + " is a " + supertype.getTypeName());
        Stream<String> fields = Stream.of(type.getDeclaredFields())
                .filter(PublicApiIT::isVisible)
                .map(field -> field.toGenericString());
        Stream<String> executables = Stream.concat(
                        Stream.of(type.getDeclaredConstructors()), Stream.of(type.getDeclaredMethods()))
                .filter(PublicApiIT::isVisible)
                .map(executable -> type.getName() + " " + text(executable));
        return Stream.of(supertypes, fields, executables).flatMap(part -> part);
    }

    private static String text(Executable executable) {
        List<String> types = new ArrayList<>();
        Stream.of(executable.getGenericParameterTypes()).map(Type::getTypeName).forEach(types::add);
        Stream.of(executable.getGenericExceptionTypes()).map(Type::getTypeName).forEach(types::add);
        if (executable instanceof Method method) {
            types.add(method.getGenericReturnType().getTypeName());
        }
        return executable.getName() + types;
    }

    private static boolean isVisible(Class<?> type) {
        return isVisible(type.getModifiers())
                && (type.getDeclaringClass() == null || isVisible(type.getDeclaringClass()));
    }

    private static boolean isVisible(Member member) {
        return isVisible(member.getModifiers());
    }

    private static boolean isVisible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static URL[] classPath() throws Exception {
        List<URL> urls = new ArrayList<>();
        urls.add(Bundle.JAR.toUri().toURL());
        try (Stream<Path> libraries = Files.list(Path.of("target", "host-libraries"))) {
            for (Path library : libraries.toList()) {
                urls.add(library.toUri().toURL());
            }
        }
        return urls.toArray(new URL[0]);
    }
}

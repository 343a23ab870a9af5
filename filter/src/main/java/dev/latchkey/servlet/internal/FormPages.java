package dev.latchkey.servlet.internal;

import dev.latchkey.config.ConfigurationException;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The pages of the application's form login, Servlet 6.0 §13.6.3, as its {@code web.xml} names them.
 *
 * @param login the path of the page that asks for name and password
 * @param error the path of the page that says that they were wrong
 */
public record FormPages(String login, String error) {
    private static final String WEB_XML = "/WEB-INF/web.xml";

    /**
     * Reads them.
     *
     * @throws ConfigurationException if {@code web.xml} has no form login
     */
    public static FormPages of(ServletContext context) {
        Map<String, String> login = loginConfig(context);
        String method = login.getOrDefault("auth-method", "");
        if (!method.equals("FORM")) {
            throw fault((method.isEmpty() ? "there is no <auth-method> in " : "<auth-method> is " + method + " in ")
                    + WEB_XML
                    + ": beside passkeys in the container there can be FORM only; write <login-config> with"
                    + " <auth-method>FORM</auth-method> and its two pages there");
        }
        return new FormPages(page(login, "form-login-page"), page(login, "form-error-page"));
    }

    private static String page(Map<String, String> login, String element) {
        String page = login.getOrDefault(element, "");
        if (!page.startsWith("/")) {
            throw fault("<" + element + "> is \"" + page + "\" in " + WEB_XML
                    + ": name a page there, by a path that begins with a slash");
        }
        return page;
    }

    private static Map<String, String> loginConfig(ServletContext context) {
        try (InputStream webXml = context.getResourceAsStream(WEB_XML)) {
            return webXml == null ? Map.of() : loginConfig(webXml);
        } catch (IOException | XMLStreamException e) {
            throw fault(WEB_XML + " cannot be read: " + e.getMessage());
        }
    }

    private static Map<String, String> loginConfig(InputStream webXml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(webXml);
        Map<String, String> found = new HashMap<>();
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamReader.START_ELEMENT
                    && List.of("auth-method", "form-login-page", "form-error-page")
                            .contains(reader.getLocalName())) {
                found.put(reader.getLocalName(), reader.getElementText().strip());
            }
        }
        return found;
    }

    private static ConfigurationException fault(String fault) {
        return new ConfigurationException(
                List.of("latchkey.login.container = true: " + fault + ", or set login.container = false"));
    }
}

package dev.latchkey.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.latchkey.account.ProfileMember;
import dev.latchkey.account.UserProfile;
import dev.latchkey.event.Refusal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumMap;
import java.util.Map;

/** Reads {@code user_profile}: known members only, each a string of bounded length without control characters. */
final class Profiles {
    private static final String ROOT = "user_profile";

    private Profiles() {}

    static UserProfile read(ObjectNode json) {
        Map<ProfileMember, String> members = new EnumMap<>(ProfileMember.class);
        json.properties().forEach(field -> {
            ProfileMember member = ProfileMember.of(field.getKey())
                    .orElseThrow(() -> error(field.getKey(), "is not known")
                            .because(Refusal.REQUEST, ROOT + " has a member that is not known."));
            members.put(member, value(member, field.getValue()));
        });
        return new UserProfile(members);
    }

    private static String value(ProfileMember member, JsonNode node) {
        String name = member.wireName();
        if (!node.isTextual()) {
            throw error(name, "must be a string");
        }
        String text = node.textValue().strip();
        if (text.isEmpty() || text.length() > member.maxLength()) {
            throw error(name, "must have 1 to " + member.maxLength() + " characters");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw error(name, "holds a control character");
        }
        if (member == ProfileMember.PICTURE && !isWebAddress(text)) {
            throw error(name, "must be an http or https URL");
        }
        return text;
    }

    private static boolean isWebAddress(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static ApiException error(String member, String problem) {
        return ApiException.ofMember("/" + ROOT + "/" + member, ROOT + "." + member + " " + problem + ".");
    }
}

package io.vinbridge.api.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Password of Basic authentication (RFC 7617), which is a key: the user's name says nothing. */
public final class BasicPassword {

    private static final String BASIC = "Basic ";

    private BasicPassword() {}

    /** The password in a header; null where none is in it. */
    public static String of(String authorization) {
        if (authorization == null || !authorization.startsWith(BASIC)) {
            return null;
        }
        try {
            byte[] both = Base64.getDecoder()
                    .decode(authorization.substring(BASIC.length()).strip());
            String text = new String(both, StandardCharsets.UTF_8);
            return text.substring(text.indexOf(':') + 1);
        } catch (IllegalArgumentException notBase64) {
            return null;
        }
    }

    /** The password in a header, else the key in the address; null where there is neither. */
    static String or(String authorization, HttpServletRequest request) {
        String password = of(authorization);
        return password == null ? request.getParameter("key") : password;
    }
}

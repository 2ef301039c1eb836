package io.vinbridge.ops.routes.sftp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Account on a host that speaks SFTP.
 *
 * @param host its name, with the port where that is not 22
 * @param hostKey kind and key by which the host is known, such as {@code ssh-ed25519 AAAA...}; several stand in lines
 * @param password null where a key is used
 * @param privateKey text of a private key; null where a password is used
 * @param passphrase of the private key; null where it has none
 */
record SftpAccount(
        String host, String hostKey, String username, String password, String privateKey, String passphrase) {

    /** Where a URI names no port. */
    private static final String USUAL_PORT = ":22";

    /** What is missing to use it; null where nothing is. */
    String lacks() {
        if (blank(host)) {
            return "host";
        }
        if (blank(hostKey)) {
            return "host-key";
        }
        if (blank(username)) {
            return "username";
        }
        return blank(password) && blank(privateKey) ? "password, or private-key" : null;
    }

    /** Whether it is of a host, which is written with the usual port or without. */
    boolean isOf(String other) {
        return host.replaceFirst(USUAL_PORT + "$", "").equals(other.replaceFirst(USUAL_PORT + "$", ""));
    }

    /** As a file of known hosts has it. */
    byte[] knownHosts() {
        String plain = host.replaceFirst(USUAL_PORT + "$", "");
        int colon = plain.lastIndexOf(':');
        String known = colon < 0 ? plain : "[" + plain.substring(0, colon) + "]" + plain.substring(colon);
        StringBuilder lines = new StringBuilder();
        hostKey.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(SftpAccount::keyAlone)
                .forEach(key -> lines.append(known).append(' ').append(key).append('\n'));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** {@code ssh-keyscan} prints the host before the kind. */
    private static String keyAlone(String line) {
        String[] words = line.split("\\s+");
        int kind = words.length > 2 && !words[0].startsWith("ssh-") && !words[0].startsWith("ecdsa-") ? 1 : 0;
        return String.join(" ", Arrays.asList(words).subList(kind, Math.min(kind + 2, words.length)));
    }

    Stream<String> secrets() {
        return Stream.of(password, privateKey, passphrase).filter(Objects::nonNull);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    /** Without what is secret. */
    @Override
    public String toString() {
        return "SftpAccount[host=" + host + ", username=" + username + "]";
    }
}

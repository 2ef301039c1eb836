package io.vinbridge.publishing.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vinbridge.failures.StartUpProblem;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A receiver whose certificate a company's own authority has signed is trusted where the setting names that, and else
 * is not.
 */
class TrustedAuthoritiesTest {

    @TempDir
    private Path folder;

    @Test
    void aCertificateOfAnOwnAuthorityIsTrustedByTheSettingAlone() throws Exception {
        Path keys = folder.resolve("keys.p12");
        Path pem = folder.resolve("own.pem");
        keytool(
                "-genkeypair",
                "-alias",
                "own",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-keystore",
                keys.toString());
        keytool("-exportcert", "-rfc", "-alias", "own", "-file", pem.toString(), "-keystore", keys.toString());

        assertThat(handshake(server(keys), TrustedAuthorities.context(pem.toString())))
                .isTrue();
        assertThat(handshake(server(keys), TrustedAuthorities.context(""))).isFalse();
    }

    @Test
    void whatIsNoFileOfCertificatesIsRefusedAtTheStart() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");

        assertThatThrownBy(() -> TrustedAuthorities.context(empty.toString()))
                .isInstanceOf(StartUpProblem.class)
                .hasMessage("VINBRIDGE_WEBHOOKS_TRUST: " + empty + " holds no certificate.");
        assertThatThrownBy(() ->
                        TrustedAuthorities.context(folder.resolve("none.pem").toString()))
                .isInstanceOf(StartUpProblem.class)
                .hasMessageEndingWith("none.pem is not there.");
    }

    private static boolean handshake(SSLContext receiver, SSLContext ours) throws Exception {
        try (SSLServerSocket listening = (SSLServerSocket)
                receiver.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Future<Boolean> answered = Executors.newSingleThreadExecutor().submit(() -> {
                try (SSLSocket accepted = (SSLSocket) listening.accept()) {
                    accepted.startHandshake();
                    return true;
                } catch (SSLException refused) {
                    return false;
                }
            });
            try (SSLSocket client = (SSLSocket)
                    ours.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), listening.getLocalPort())) {
                client.startHandshake();
                return answered.get();
            } catch (SSLException untrusted) {
                return false;
            }
        }
    }

    private static SSLContext server(Path keys) throws Exception {
        KeyStore store = KeyStore.getInstance(keys.toFile(), "changeit".toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(store, "changeit".toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(String... arguments) throws Exception {
        String[] all = new String[arguments.length + 5];
        all[0] = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        System.arraycopy(
                new String[] {"-storetype", "PKCS12", "-storepass", "changeit"}, 0, all, arguments.length + 1, 4);
        Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}

package io.vinbridge.publishing.webhooks;

import io.vinbridge.failures.StartUpProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Authorities whose certificates receivers may show: those that Java knows, and those of a file, such as a company's
 * own.
 */
final class TrustedAuthorities {

    private TrustedAuthorities() {}

    /**
     * What connections are made with.
     *
     * @param file of certificates (PEM); empty for those that Java knows alone
     * @throws StartUpProblem if the file cannot be read, or holds no certificate
     */
    static SSLContext context(String file) {
        try {
            if (file.isEmpty()) {
                return SSLContext.getDefault();
            }
            KeyStore all = KeyStore.getInstance(KeyStore.getDefaultType());
            all.load(null, null);
            for (X509Certificate known : managers(null, X509TrustManager.class).getAcceptedIssuers()) {
                all.setCertificateEntry("java-" + known.getSerialNumber() + known.hashCode(), known);
            }
            int count = 0;
            try (InputStream in = Files.newInputStream(Path.of(file))) {
                for (Certificate own : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                    all.setCertificateEntry("own-" + count++, own);
                }
            }
            if (count == 0) {
                throw useless(file + " holds no certificate");
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory(all).getTrustManagers(), null);
            return context;
        } catch (CertificateException e) {
            throw useless(file + " holds no certificate: " + e.getMessage());
        } catch (NoSuchFileException e) {
            throw useless(file + " is not there");
        } catch (IOException | GeneralSecurityException e) {
            throw useless(file + " cannot be read: " + e.getMessage());
        }
    }

    private static StartUpProblem useless(String what) {
        return new StartUpProblem(
                "VINBRIDGE_WEBHOOKS_TRUST: " + what + ".",
                "Set it to a file of certificates in PEM, or leave it out for those that Java knows.");
    }

    private static <T> T managers(KeyStore store, Class<T> type) throws GeneralSecurityException {
        return Arrays.stream(factory(store).getTrustManagers())
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }

    private static TrustManagerFactory factory(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }
}

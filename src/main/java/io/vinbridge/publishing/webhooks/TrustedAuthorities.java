package io.vinbridge.publishing.webhooks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
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
     * @throws IllegalArgumentException if the file cannot be read, or holds no certificate
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
                throw new IllegalArgumentException("vinbridge.webhooks.trust: there is no certificate in " + file);
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, factory(all).getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "vinbridge.webhooks.trust: " + file + " cannot be read: " + e.getMessage(), e);
        }
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

package io.vinbridge.chromedata.calls.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WireFailuresTest {

    @ParameterizedTest
    @MethodSource
    void namesWhatBrokeAndMayPass(Exception cause, String message) {
        Failure failure = WireFailures.interrupted(new IllegalStateException("wrapped", new IOException(cause)));

        assertThat(failure).hasMessage(message);
        assertThat(failure.reason()).isEqualTo(Reason.UPSTREAM_UNAVAILABLE);
        assertThat(failure.retryAfter()).isEmpty();
        assertThat(failure).hasRootCause(cause);
    }

    static Stream<Arguments> namesWhatBrokeAndMayPass() {
        return Stream.of(
                arguments(new ConnectException("refused"), "ChromeData cannot be reached"),
                arguments(
                        new UnknownHostException("services.chromedata.com"),
                        "ChromeData cannot be reached: DNS has no address for its name"),
                arguments(
                        new UnresolvedAddressException(),
                        "ChromeData cannot be reached: DNS has no address for its name"),
                arguments(
                        new CertificateExpiredException("NotAfter"),
                        "ChromeData cannot be trusted: its certificate has expired"),
                arguments(
                        new CertificateNotYetValidException("NotBefore"),
                        "ChromeData cannot be trusted: its certificate is not valid yet; this node's clock may be wrong"),
                arguments(
                        new CertPathBuilderException("unable to find valid certification path"),
                        "ChromeData cannot be trusted: Java knows no authority that vouches for its certificate"),
                arguments(new HttpConnectTimeoutException("connect"), "ChromeData cannot be reached"),
                arguments(new ClosedChannelException(), "ChromeData cannot be reached"),
                arguments(new SocketTimeoutException("Read timed out"), "ChromeData did not answer in time"),
                arguments(new HttpTimeoutException("request timed out"), "ChromeData did not answer in time"),
                arguments(new SocketException("reset"), "ChromeData broke the connection: SocketException"),
                arguments(new EOFException(), "ChromeData broke the connection: EOFException"),
                arguments(new SSLHandshakeException("no"), "ChromeData broke the connection: SSLHandshakeException"));
    }

    @Test
    void saysNothingOfWhatTheConnectionCarried() {
        assertThat(WireFailures.interrupted(new IOException("secret=s3cr3t")))
                .hasMessage("ChromeData broke the connection: IOException");
    }

    @Test
    void mayPassWhereTheServiceIsUnavailable() {
        Failure failure = WireFailures.unavailable("ADS answered 503");

        assertThat(failure).hasMessage("ADS answered 503").hasNoCause();
        assertThat(failure.reason()).isEqualTo(Reason.UPSTREAM_UNAVAILABLE);
    }
}

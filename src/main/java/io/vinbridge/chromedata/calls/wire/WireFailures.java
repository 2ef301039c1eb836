package io.vinbridge.chromedata.calls.wire;

import io.vinbridge.failures.Reason;
import io.vinbridge.failures.TransientFailure;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;

/** Names what went wrong on the way to a service and back, where no answer came that could be read. */
public final class WireFailures {

    private WireFailures() {}

    public static TransientFailure unavailable(String message) {
        return new TransientFailure(Reason.UPSTREAM_UNAVAILABLE, message, null, null);
    }

    /** The connection failed while asking or while the answer came in. */
    public static TransientFailure interrupted(Throwable cause) {
        return new TransientFailure(Reason.UPSTREAM_UNAVAILABLE, "ChromeData " + what(cause), null, cause);
    }

    private static String what(Throwable cause) {
        Throwable root = cause;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        if (root instanceof UnknownHostException || root instanceof UnresolvedAddressException) {
            return "cannot be reached: DNS has no address for its name";
        }
        if (root instanceof CertificateExpiredException) {
            return "cannot be trusted: its certificate has expired";
        }
        if (root instanceof CertificateNotYetValidException) {
            return "cannot be trusted: its certificate is not valid yet; this node's clock may be wrong";
        }
        if (root instanceof GeneralSecurityException) {
            return "cannot be trusted: Java knows no authority that vouches for its certificate";
        }
        if (root instanceof ConnectException
                || root instanceof HttpConnectTimeoutException
                || root instanceof ClosedChannelException) {
            return "cannot be reached";
        }
        if (root instanceof SocketTimeoutException || root instanceof HttpTimeoutException) {
            return "did not answer in time";
        }
        return "broke the connection: " + root.getClass().getSimpleName();
    }
}

package io.vinbridge.vpic.edition;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;

/** An import that the database ended. */
final class ImportFailed extends Failure {

    private static final long serialVersionUID = 1;

    ImportFailed(Exception cause) {
        super(
                Reason.STORE_UNAVAILABLE,
                "The import ended because of the database, and changed nothing: " + cause.getMessage(),
                null,
                cause);
    }
}

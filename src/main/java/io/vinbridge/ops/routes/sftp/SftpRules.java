package io.vinbridge.ops.routes.sftp;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Rules for a route's endpoints of SFTP, beside those that hold for all: an account, and options that fit together. */
@Component
public class SftpRules {

    private static final String FILE_NAME = "fileName";
    private static final Set<String> FILE_EXIST = Set.of("TryRename", "Override");

    private final SftpAccounts accounts;

    SftpRules(SftpAccounts accounts) {
        this.accounts = accounts;
    }

    /**
     * Judges an endpoint.
     *
     * @param host with the port where that is not 22
     * @param uri as it is told
     * @param pushed whether files are put there; else they are fetched
     * @throws Failure if a route may not have it
     */
    public void check(String host, String uri, Map<String, String> parameters, boolean pushed) {
        accounts.of(host);
        if (pushed && !parameters.containsKey(FILE_NAME)) {
            throw refused("the parameter fileName of " + uri + " must be set: under which name a file is put there");
        }
        // A file that is left where it is hides all others of its folder, unless it is named.
        if (!pushed
                && !parameters.containsKey(FILE_NAME)
                && !parameters.containsKey("move")
                && !"true".equals(parameters.get("delete"))) {
            throw refused(uri
                    + " must have the parameter fileName, or delete=true or move, by which the next file has its turn");
        }
        if (!FILE_EXIST.contains(parameters.getOrDefault("fileExist", "TryRename"))) {
            throw refused("the parameter fileExist of " + uri + " must be TryRename or Override");
        }
    }

    private static Failure refused(String why) {
        return new Failure(Reason.INVALID_ROUTE, why);
    }
}

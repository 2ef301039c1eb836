package io.vinbridge.ops.routes.sftp;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.failures.StartUpProblem;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** The accounts with which this service reaches hosts by SFTP. Routes name hosts, and never see an account. */
@Component
public class SftpAccounts {

    private final SftpSettings settings;

    SftpAccounts(SftpSettings settings) {
        this.settings = settings;
        settings.accounts().forEach((name, account) -> {
            String lacks = account.lacks();
            if (lacks != null) {
                throw new StartUpProblem(
                        "vinbridge.sftp.accounts." + name + " has no " + lacks + ".",
                        "Set VINBRIDGE_SFTP_ACCOUNTS_" + name.toUpperCase(Locale.ROOT)
                                + "_HOST, _HOSTKEY, _USERNAME, and _PASSWORD or _PRIVATEKEY.");
            }
        });
    }

    /**
     * The account of a host, which is written with the port where that is not 22.
     *
     * @throws Failure if there is none
     */
    SftpAccount of(String host) {
        return settings.accounts().values().stream()
                .filter(account -> account.isOf(host))
                .findFirst()
                .orElseThrow(() -> new Failure(
                        Reason.INVALID_ROUTE,
                        "there is no account of " + host
                                + "; VINBRIDGE_SFTP_ACCOUNTS_NAME_HOST, _HOSTKEY, _USERNAME and"
                                + " _PASSWORD or _PRIVATEKEY are one"));
    }

    /** What must stand in no route. */
    public List<String> secrets() {
        return settings.accounts().values().stream()
                .flatMap(SftpAccount::secrets)
                .toList();
    }
}

package io.vinbridge.ops.routes.sftp;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.LoggingLevel;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileExist;
import org.apache.camel.component.file.remote.RemoteFileEndpoint;
import org.apache.camel.component.file.remote.SftpComponent;
import org.apache.camel.component.file.remote.SftpConfiguration;
import org.apache.camel.component.file.remote.SftpRemoteFile;

/**
 * SFTP for operators' routes: an endpoint names the host, and gets account and host key from the settings, so that no
 * secret stands in an address that is logged or shown. A host that is not known by its key is spoken to by none.
 */
@SuppressWarnings("rawtypes") // As Camel's component is written.
final class AccountSftpComponent extends SftpComponent {

    private static final int SILENCE = 60_000;
    private static final int BETWEEN_LOOKS = 5_000;

    private final SftpAccounts accounts;

    AccountSftpComponent(SftpAccounts accounts) {
        this.accounts = accounts;
    }

    /** What is usual here; a route's own options come after it. */
    @Override
    protected GenericFileEndpoint<SftpRemoteFile> buildFileEndpoint(
            String uri, String remaining, Map<String, Object> parameters) throws Exception {
        GenericFileEndpoint<SftpRemoteFile> endpoint = super.buildFileEndpoint(uri, remaining, parameters);
        endpoint.setAutoCreate(false);
        // One that is still being uploaded changes between two looks.
        endpoint.setReadLock("changed");
        endpoint.setReadLockCheckInterval(BETWEEN_LOOKS);
        endpoint.setReadLockTimeout(3L * BETWEEN_LOOKS);
        endpoint.setReadLockLoggingLevel(LoggingLevel.DEBUG);
        // Who looks while a file is pushed finds the one of before, until the new one takes its name.
        endpoint.setTempPrefix(".vinbridge-");
        endpoint.setFileExist(GenericFileExist.TryRename);
        endpoint.setEagerDeleteTargetFile(false);
        return endpoint;
    }

    /** What no route may say otherwise. */
    @Override
    protected void afterPropertiesSet(GenericFileEndpoint<SftpRemoteFile> endpoint) {
        SftpConfiguration its = (SftpConfiguration) endpoint.getConfiguration();
        SftpAccount account = accounts.of(its.getHost() + ":" + its.getPort());
        its.setUsername(account.username());
        its.setPassword(account.password());
        if (account.privateKey() != null) {
            its.setPrivateKey(account.privateKey().getBytes(StandardCharsets.UTF_8));
            its.setPrivateKeyPassphrase(account.passphrase());
        }
        its.setPreferredAuthentications("publickey,password");
        its.setKnownHosts(account.knownHosts());
        its.setUseUserKnownHostsFile(false);
        its.setStrictHostKeyChecking("yes");
        its.setSoTimeout(SILENCE);
        its.setThrowExceptionOnConnectFailed(true);
        its.setStepwise(false);
        // Read as it comes: a file is never in memory, nor on this disk under a name that the host chooses.
        its.setStreamDownload(true);
        ((RemoteFileEndpoint<SftpRemoteFile>) endpoint).setDisconnect(true);
    }
}

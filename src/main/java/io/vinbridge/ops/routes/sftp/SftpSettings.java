package io.vinbridge.ops.routes.sftp;

import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of SFTP.
 *
 * @param accounts accounts with which routes reach hosts by SFTP, by names of your choice: each has `host` (as in
 *     VINBRIDGE_ROUTES_HOSTS), `host-key` (as `ssh-keyscan` prints it, such as `ssh-ed25519 AAAA...`), `username`, and
 *     `password` or `private-key` (its text) with `passphrase`
 */
@ConfigurationProperties("vinbridge.sftp")
record SftpSettings(@DefaultValue Map<String, SftpAccount> accounts) {}

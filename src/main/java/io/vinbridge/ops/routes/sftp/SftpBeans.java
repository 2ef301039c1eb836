package io.vinbridge.ops.routes.sftp;

import org.apache.camel.Component;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Scope;

/**
 * The component that Camel finds by the name {@code sftp}: made when a route uses it first, and one for each context,
 * of which a route is tried in another than it runs in.
 */
@Configuration(proxyBeanMethods = false)
class SftpBeans {

    @Bean("sftp")
    @Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
    Component sftp(SftpAccounts accounts) {
        return new AccountSftpComponent(accounts);
    }
}

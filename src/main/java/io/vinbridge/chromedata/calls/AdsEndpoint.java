package io.vinbridge.chromedata.calls;

import io.vinbridge.chromedata.Account;
import io.vinbridge.chromedata.ChromeDataSettings;
import io.vinbridge.chromedata.calls.wire.UpstreamHeaders;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.component.cxf.common.DataFormat;
import org.apache.camel.component.cxf.jaxws.CxfConfigurer;
import org.apache.camel.component.cxf.jaxws.CxfEndpoint;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.frontend.AbstractWSDLBasedEndpointFactory;
import org.apache.cxf.transport.http.HTTPConduit;
import org.apache.cxf.transports.http.configuration.HTTPClientPolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The SOAP end of ADS. The envelope is passed through as it is (RAW): one reader by local names serves every version,
 * and an answer is read while it comes in.
 */
@Configuration(proxyBeanMethods = false)
class AdsEndpoint {

    /** Otherwise CXF throws away what came with a status of 400 or more, and with it when to come back. */
    private static final String READ_ERROR_ANSWERS = "org.apache.cxf.transport.no_io_exceptions";

    @Bean
    CxfEndpoint ads(Account account, ChromeDataSettings settings, UpstreamHeaders headers) {
        CxfEndpoint endpoint = new CxfEndpoint();
        endpoint.setAddress(account.describeUrl().toString());
        endpoint.setDataFormat(DataFormat.RAW);
        endpoint.setDefaultOperationName("Invoke");
        endpoint.setSkipFaultLogging(true);
        endpoint.setHeaderFilterStrategy(headers);
        endpoint.setProperties(new HashMap<>(Map.of(READ_ERROR_ANSWERS, true)));
        endpoint.setCxfConfigurer(new TimeLimits(settings));
        return endpoint;
    }

    /** CXF's own limits default to a minute, and there is no other way to set them on a Camel endpoint. */
    private record TimeLimits(ChromeDataSettings settings) implements CxfConfigurer {

        @Override
        public void configureClient(Client client) {
            HTTPClientPolicy policy = new HTTPClientPolicy();
            policy.setConnectionTimeout(settings.connectTimeout().toMillis());
            policy.setReceiveTimeout(settings.answerTimeout().toMillis());
            policy.setAutoRedirect(false);
            policy.setAllowChunking(false);
            policy.setAcceptEncoding("gzip");
            policy.setVersion("1.1");
            ((HTTPConduit) client.getConduit()).setClient(policy);
        }

        @Override
        public void configure(AbstractWSDLBasedEndpointFactory factory) {}

        @Override
        public void configureServer(Server server) {}
    }
}

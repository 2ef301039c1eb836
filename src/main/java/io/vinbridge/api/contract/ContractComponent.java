package io.vinbridge.api.contract;

import io.vinbridge.api.http.ChangeAuditor;
import java.util.Map;
import org.apache.camel.Component;
import org.apache.camel.Consumer;
import org.apache.camel.Endpoint;
import org.apache.camel.Processor;
import org.apache.camel.Producer;
import org.apache.camel.component.platform.http.PlatformHttpComponent;
import org.apache.camel.support.DefaultComponent;
import org.apache.camel.support.DefaultEndpoint;

/**
 * Component behind {@code rest().openApi(...)}, in place of Camel's component of the same name: that one blocks the
 * thread over asynchronous routes, and costs more per request with every operation that the contract gains.
 */
@org.springframework.stereotype.Component("rest-openapi")
class ContractComponent extends DefaultComponent {

    private final Contract contract;
    private final ChangeAuditor witness;

    ContractComponent(Contract contract, ChangeAuditor witness) {
        this.contract = contract;
        this.witness = witness;
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
        parameters.clear();
        return new ContractEndpoint(uri, this);
    }

    private final class ContractEndpoint extends DefaultEndpoint {

        ContractEndpoint(String uri, Component component) {
            super(uri, component);
        }

        @Override
        public Consumer createConsumer(Processor replaced) throws Exception {
            PlatformHttpComponent http = getCamelContext().getComponent("platform-http", PlatformHttpComponent.class);
            ContractDispatch dispatch = new ContractDispatch(getCamelContext(), contract, witness);
            return http.createConsumer(
                    getCamelContext(),
                    dispatch,
                    contract.basePath(),
                    getCamelContext().getRestConfiguration(),
                    Map.of());
        }

        @Override
        public Producer createProducer() {
            throw new UnsupportedOperationException("the contract is served here, not called");
        }
    }
}

package io.vinbridge.ops.nodes;

import io.vinbridge.chromedata.Account;
import io.vinbridge.chromedata.ApiAccount;
import io.vinbridge.chromedata.ChromeDataSettings;
import io.vinbridge.chromedata.DescribingService;
import io.vinbridge.ops.routes.revisions.RunningRevisions;
import io.vinbridge.settings.ShownAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Summary of a start, in one line: what this node is, and what it is connected to. */
@Component
@ConditionalOnProperty(name = "vinbridge.checking-routes", havingValue = "false", matchIfMissing = true)
class StartSummary implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(StartSummary.class);
    private static final int SHOWN_OF_AN_ACCOUNT = 2;

    private final NodeRegistry nodes;
    private final Account account;
    private final ApiAccount api;
    private final ChromeDataSettings chromeData;
    private final Environment environment;
    private final RunningRevisions routes;

    StartSummary(
            NodeRegistry nodes,
            Account account,
            ApiAccount api,
            ChromeDataSettings chromeData,
            Environment environment,
            RunningRevisions routes) {
        this.nodes = nodes;
        this.account = account;
        this.api = api;
        this.chromeData = chromeData;
        this.environment = environment;
        this.routes = routes;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        LOG.info(
                "Vinbridge {} is ready: database {}, Redis {}, {}, locale {}_{}, {}, pictures in {}, {}, routes {}",
                NodeRegistry.version(),
                place("spring.datasource.url"),
                place("spring.data.redis.url"),
                services(),
                account.language(),
                account.country(),
                chromeData.callsPerDay() == null
                        ? "no limit of calls"
                        : "at most " + chromeData.callsPerDay() + " calls a day",
                store(),
                count(),
                routes.summary());
    }

    /** Without its parameters, and what may be a password. */
    private String place(String property) {
        return ShownAddress.of(environment.getProperty(property, "")).replaceFirst("\\?.*", "");
    }

    /** Where descriptions come from, the usual service first. */
    private String services() {
        String ads = "ADS " + account.version() + " by account " + masked(account.accountNumber());
        String cvd = "CVD " + api.profile() + " by key " + masked(api.apiKey());
        boolean usual = account.service() == DescribingService.ADS;
        boolean both = account.complete() && api.complete();
        return (usual ? ads : cvd) + (both ? ", " + (usual ? cvd : ads) : "");
    }

    private static String masked(String number) {
        return "..." + number.substring(Math.max(0, number.length() - SHOWN_OF_AN_ACCOUNT));
    }

    private String store() {
        String bucket = environment.getProperty("vinbridge.gallery.store.s3.bucket", "");
        return bucket.isEmpty()
                ? environment.getProperty("vinbridge.gallery.store.folder", "pictures")
                : "bucket " + bucket;
    }

    private String count() {
        try {
            nodes.tell();
            int all = nodes.members().size();
            return all == 1 ? "the only node" : "one of " + all + " nodes";
        } catch (DataAccessException e) {
            return "nodes not known";
        }
    }
}

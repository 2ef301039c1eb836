package io.vinbridge.ops.startup;

import io.vinbridge.chromedata.Account;
import io.vinbridge.chromedata.ApiAccount;
import io.vinbridge.chromedata.DescribingService;
import io.vinbridge.failures.StartUpProblem;
import io.vinbridge.settings.ShownAddress;
import io.vinbridge.vpic.edition.VpicSettings;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * Looks, before anything else is started, for what the service cannot do without: an account with ChromeData, a
 * PostgreSQL that answers, and a lock on the door. Redis is not among them.
 */
class StartUpCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    /** Property of a command that asks nobody but the database. */
    static final String DATABASE_ALONE = "vinbridge.database-alone";

    private static final String SECONDS = "5";

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        Environment environment = event.getEnvironment();
        if (environment.getProperty("vinbridge.checking-routes", Boolean.class, false)) {
            return;
        }
        if (!environment.getProperty(DATABASE_ALONE, Boolean.class, false)) {
            checkAccount(environment);
            checkDoor(environment);
        }
        checkDatabase(environment);
    }

    private static void checkAccount(Environment environment) {
        Account account = bound(environment, "chromedata", Account.class);
        ApiAccount api = bound(environment, "chromedata", ApiAccount.class);
        boolean serves =
                bound(environment, "vinbridge.vpic", VpicSettings.class).serves();
        if (account.service() == DescribingService.CVD) {
            checkKeyPair(api);
        } else if (!account.complete() && !serves) {
            throw new StartUpProblem(
                    "There is no ChromeData account to ask with.",
                    "Set CHROMEDATA_ACCOUNT_NUMBER and CHROMEDATA_ACCOUNT_SECRET, or, for CVD, CHROMEDATA_SERVICE=cvd,"
                            + " CHROMEDATA_API_KEY and CHROMEDATA_API_SECRET."
                            + " To run on NHTSA's data alone, set VINBRIDGE_VPIC_FALLBACK=serve."
                            + " To try Vinbridge without an account, run ./mvnw spring-boot:run in its repository.");
        }
        if (account.complete()) {
            checkVersion(account);
        }
    }

    private static void checkVersion(Account account) {
        try {
            account.version();
        } catch (IllegalArgumentException e) {
            throw new StartUpProblem(e.getMessage(), "Set CHROMEDATA_DESCRIBE_URL to the address of the service.");
        }
    }

    private static void checkKeyPair(ApiAccount api) {
        if (!api.complete()) {
            throw new StartUpProblem(
                    "There is no key pair to ask CVD with.",
                    "Set CHROMEDATA_API_KEY and CHROMEDATA_API_SECRET, or, for ADS, CHROMEDATA_SERVICE=ads,"
                            + " CHROMEDATA_ACCOUNT_NUMBER and CHROMEDATA_ACCOUNT_SECRET."
                            + " To run on NHTSA's data alone, leave CHROMEDATA_SERVICE out and set"
                            + " VINBRIDGE_VPIC_FALLBACK=serve."
                            + " To try Vinbridge without an account, run ./mvnw spring-boot:run in its repository.");
        }
        checkAddress("CHROMEDATA_CVD_URL", api.cvdUrl());
        checkAddress("CHROMEDATA_VSS_URL", api.vssUrl());
    }

    private static void checkAddress(String setting, URI address) {
        boolean plain =
                address.getRawQuery() == null && address.getRawFragment() == null && address.getUserInfo() == null;
        if (address.getHost() == null || !Set.of("http", "https").contains(address.getScheme()) || !plain) {
            throw new StartUpProblem(
                    setting + " must be an address of http or https without parameters.",
                    "Set " + setting + " to the address of the service, such as https://HOST/CVD/v1.0.");
        }
    }

    /** A word that is none of the known ones is told by the names that operators set. */
    private static <T> T bound(Environment environment, String prefix, Class<T> type) {
        try {
            return Binder.get(environment).bindOrCreate(prefix, type);
        } catch (BindException e) {
            ConfigurationPropertyName name = e.getName();
            String setting =
                    name.toString().toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
            throw new StartUpProblem(
                    setting + " has a value that it cannot have.",
                    "Set it to one that docs/settings.md names: CHROMEDATA_SERVICE to ads or cvd,"
                            + " CHROMEDATA_API_AUTH to signature or atmosphere.");
        }
    }

    private static void checkDoor(Environment environment) {
        boolean open = environment.getProperty("vinbridge.access.disabled", Boolean.class, false);
        if (open && !(loopback(environment, "server.address") && loopback(environment, "management.server.address"))) {
            throw new StartUpProblem(
                    "vinbridge.access.disabled lets everybody in, but the service would listen to other machines.",
                    "Leave vinbridge.access.disabled out and set VINBRIDGE_ADMIN_KEY,"
                            + " or set server.address and management.server.address to 127.0.0.1.");
        }
    }

    private static boolean loopback(Environment environment, String property) {
        String address = environment.getProperty(property);
        try {
            return address != null && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static void checkDatabase(Environment environment) {
        String url = environment.getProperty("spring.datasource.url", "");
        String place = url.replaceFirst("\\?.*", "");
        String shown = ShownAddress.of(place);
        if (!shown.equals(place)) {
            // The driver would say it in its log before it says anything to us.
            throw new StartUpProblem(
                    "PostgreSQL does not let us in at " + shown + ": a user or a password stands in its address.",
                    "Set SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD, and leave them out of SPRING_DATASOURCE_URL.");
        }
        Properties properties = new Properties();
        properties.setProperty("user", environment.getProperty("spring.datasource.username", ""));
        properties.setProperty("password", environment.getProperty("spring.datasource.password", ""));
        // Of each wait for the server alone: a limit of the whole (loginTimeout) counts what a busy machine takes for
        // this process as well.
        properties.setProperty("connectTimeout", SECONDS);
        properties.setProperty("socketTimeout", SECONDS);
        try {
            DriverManager.getConnection(url, properties).close();
        } catch (SQLException e) {
            throw new StartUpProblem(
                    "PostgreSQL does not let us in at " + shown + ": " + ShownAddress.of(e.getMessage()),
                    "Start it, or set SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.");
        }
    }
}

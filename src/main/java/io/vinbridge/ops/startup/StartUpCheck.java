package io.vinbridge.ops.startup;

import io.vinbridge.chromedata.Account;
import io.vinbridge.failures.StartUpProblem;
import io.vinbridge.vpic.edition.VpicSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/**
 * Looks, before anything else is started, for what the service cannot do without: an account with ChromeData, a PostgreSQL that
 * answers, and a lock on the door. Redis is not among them.
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
            Binder binder = Binder.get(environment);
            checkAccount(
                    binder.bindOrCreate("chromedata", Account.class),
                    binder.bindOrCreate("vinbridge.vpic", VpicSettings.class));
            checkDoor(environment);
        }
        checkDatabase(environment);
    }

    private static void checkAccount(Account account, VpicSettings vpic) {
        if (!account.complete() && !vpic.serves()) {
            throw new StartUpProblem(
                    "There is no ChromeData account to ask with.",
                    "Set CHROMEDATA_ACCOUNT_NUMBER and CHROMEDATA_ACCOUNT_SECRET."
                            + " To run on NHTSA's data alone, set VINBRIDGE_VPIC_FALLBACK=serve."
                            + " To try Vinbridge without an account, run ./mvnw spring-boot:run in its repository.");
        }
        try {
            account.version();
        } catch (IllegalArgumentException e) {
            throw new StartUpProblem(e.getMessage(), "Set CHROMEDATA_DESCRIBE_URL to the address of the service.");
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
        Properties properties = new Properties();
        properties.setProperty("user", environment.getProperty("spring.datasource.username", ""));
        properties.setProperty("password", environment.getProperty("spring.datasource.password", ""));
        properties.setProperty("connectTimeout", SECONDS);
        properties.setProperty("loginTimeout", SECONDS);
        try {
            DriverManager.getConnection(url, properties).close();
        } catch (SQLException e) {
            throw new StartUpProblem(
                    "PostgreSQL does not let us in at " + url.replaceFirst("\\?.*", "") + ": " + e.getMessage(),
                    "Start it, or set SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD.");
        }
    }
}

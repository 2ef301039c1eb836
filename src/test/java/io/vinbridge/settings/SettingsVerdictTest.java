package io.vinbridge.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

/** Wrong settings, and what their operator is told. */
class SettingsVerdictTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VINBRIDGE_CHROMEDATA_CALLPERDAY=5            | VINBRIDGE_CHROMEDATA_CALLSPERDAY",
                "VINBRIDGE_CHROMEDATA_CALL_PER_DAY=5          | VINBRIDGE_CHROMEDATA_CALLSPERDAY",
                "VINBRIDGE_CHROMEDATA_CALLS_PERDAY_=5         | VINBRIDGE_CHROMEDATA_CALLSPERDAY",
                "VINBRIDGE_CHROMEDATACALLSPERDAY=5            | VINBRIDGE_CHROMEDATA_CALLSPERDAY",
                "VINBRIDGE_CALLSPERDAY=5                      | VINBRIDGE_CHROMEDATA_CALLSPERDAY",
                "VINBRIDGE_ADMINKEYS=x                        | VINBRIDGE_ADMINKEY",
                "VINBRIDGE_ADMIN=x                            | VINBRIDGE_ADMINKEY",
                "CHROMEDATA_ACOUNT_NUMBER=1                   | CHROMEDATA_ACCOUNTNUMBER",
                "CHROMEDATA_SECRET=1                          | CHROMEDATA_APISECRET",
                "CHROMEDATA_URL=http://x                      | CHROMEDATA_CVDURL",
                "chromedata_contry=CA                         | CHROMEDATA_COUNTRY",
                "VINBRIDGE_ROUTES_FOLDER=x                    | VINBRIDGE_ROUTESDIR",
                "VINBRIDGE_GALLERY_MIROR_ENABLED=false        | VINBRIDGE_GALLERY_MIRROR_ENABLED",
                "VINBRIDGE_SCHEDULES_REFRESHAGE_CRON=x        | VINBRIDGE_SCHEDULES_REFRESHAGED_CRON",
                "VINBRIDGE_SETTINGS_UNKOWN=warn               | VINBRIDGE_SETTINGS_UNKNOWN",
                "VINBRIDGE_WORK_LEASE_0=5s                    | VINBRIDGE_WORK_LEASE",
                "vinbridge.work.leese=5s                      | vinbridge.work.lease",
                "vinbridge.vehicle.fresh-for=3d               | vinbridge.vehicles.fresh-for",
                "vinbridge.refresh.keep=3d                    | vinbridge.refresh.keep-for",
                "chromedata.account.number=3                  | chromedata.account-number",
                "VINBRIDGE_FRESHFOR=3d                        | VINBRIDGE_GALLERY_FRESHFOR",
                "VINBRIDGE_API_PORT=8080                      | VINBRIDGE_",
            })
    void refusesANameThatIsNoSettingAndNamesTheNearest(String set, String nearest) {
        SettingsVerdict verdict = verdict(set);

        assertThat(verdict.unknown()).isTrue();
        assertThat(verdict.faults())
                .singleElement()
                .asString()
                .startsWith(set.split("=", -1)[0] + " is no setting; the nearest is " + nearest);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "VINBRIDGE_VEHICLES_FRESHFOR=-3d                | VINBRIDGE_VEHICLES_FRESHFOR (vinbridge.vehicles.fresh-for) is -3d, and must be at least 1s and at most 3650d.",
                "VINBRIDGE_VEHICLES_FRESHFOR=30                 | is 30, and must be at least 1s",
                "VINBRIDGE_VEHICLES_FRESH_FOR=soon              | is soon, and must be a duration such as 30s, 5m or 1d, at least 1s",
                "VINBRIDGE_VEHICLES_FRESHFOR=1000000d           | at most 3650d",
                "VINBRIDGE_GALLERY_FRESHFOR=0s                  | VINBRIDGE_GALLERY_FRESHFOR",
                "VINBRIDGE_CHROMEDATA_CALLSPERDAY=-1            | is -1, and must be at least 0",
                "VINBRIDGE_CHROMEDATA_CALLSPERDAY=5k            | is 5k, and must be a whole number, at least 0",
                "VINBRIDGE_CHROMEDATA_CALLSPERDAY=99999999999999999999 | must be a whole number",
                "VINBRIDGE_CHROMEDATA_CALLSPERSECOND=0          | at least 1",
                "VINBRIDGE_CHROMEDATA_CONCURRENTCALLS=0         | at least 1",
                "VINBRIDGE_CHROMEDATA_CONCURRENTCALLS=1.5       | a whole number",
                "VINBRIDGE_CHROMEDATA_KEPTFORPEOPLE=10          | at most 1",
                "VINBRIDGE_CHROMEDATA_KEPTFORPEOPLE=half        | a number, at least 0",
                "VINBRIDGE_CHROMEDATA_LARGESTANSWER=32          | at least 64KB",
                "VINBRIDGE_CHROMEDATA_LARGESTANSWER=32 megabytes | a size such as 256KB or 64MB",
                "VINBRIDGE_CHROMEDATA_BUILDDATA=perhaps         | is perhaps, and must be true or false",
                "VINBRIDGE_CHROMEDATA_QUOTA=(                   | must be a regular expression",
                "VINBRIDGE_CHROMEDATA_BREAKER_FAILURERATE=0     | at least 1",
                "VINBRIDGE_CHROMEDATA_SWITCHES=Show All         | names such as ShowAvailableEquipment",
                "CHROMEDATA_COUNTRY=USA                         | two capital letters, such as US",
                "CHROMEDATA_COUNTRY=us                          | two capital letters, such as US",
                "CHROMEDATA_LANGUAGE=english                    | two small letters, such as en",
                "CHROMEDATA_MEDIA_URL=media.chromedata.com      | an address such as https://example.com",
                "CHROMEDATA_DESCRIBE_URL=ftp://x/7c             | an address such as https://example.com",
                "CHROMEDATA_DESCRIBE_URL=http://a b             | an address",
                "VINBRIDGE_EVENTS_UNKNOWNVEHICLES=drop          | one of TAKE_UP, IGNORE",
                "VINBRIDGE_EVENTS_REDIS_CHANNEL=two words       | a name without spaces",
                "VINBRIDGE_EVENTS_ATTEMPTS=0                    | at least 1",
                "VINBRIDGE_GALLERY_MIRROR_WIDTHS=640,12         | at least 16",
                "VINBRIDGE_GALLERY_MIRROR_WIDTHS_0=wide         | a whole number",
                "VINBRIDGE_GALLERY_MIRROR_BACKGROUNDS=Blue      | White or Transparent",
                "VINBRIDGE_GALLERY_STORE_S3_BUCKET=My Bucket    | 3 to 63 small letters",
                "VINBRIDGE_REFRESH_GUARD_LOST=20                | at most 1",
                "VINBRIDGE_REFRESH_POLL=0                       | at least 10",
                "VINBRIDGE_FAILURES_RETRIES=-1                  | at least 0",
                "VINBRIDGE_WORK_LEASE=0s                        | at least 1s",
                "VINBRIDGE_HTTP_LARGESTBODY=0B                  | at least 1KB",
                "VINBRIDGE_ACCESS_JWT_ISSUER=login.example.com  | an address such as https://example.com",
                "VINBRIDGE_SETTINGS_UNKNOWN=ignore              | one of REFUSE, WARN",
                "VINBRIDGE_SCHEDULES_FORGETOLD_CRON=0 99 * * * ? | its minute 99 is not between 0 and 59",
                "VINBRIDGE_SCHEDULES_FORGETOLD_CRON=0 7x * * * ? | its minute 7X is not between 0 and 59",
                "VINBRIDGE_SCHEDULES_FORGETOLD_CRON=0 4 * * *    | it has 5 fields",
                "VINBRIDGE_SCHEDULES_FORGETOLD_CRON=0 0 0 31 2 ? | a time that never comes",
                "SERVER_PORT=eighty                             | SERVER_PORT (server.port) is eighty, and must be a whole number, at least 0 and at most 65535.",
                "MANAGEMENT_SERVER_PORT=80810                   | at most 65535",
                "SPRING_DATA_REDIS_URL=localhost:6379           | an address such as redis://localhost:6379",
                "SPRING_DATASOURCE_URL=postgres://db/vinbridge  | an address such as jdbc:postgresql://localhost:5432/vinbridge",
                "vinbridge.database.readers=0                   | VINBRIDGE_DATABASE_READERS (vinbridge.database.readers) is 0",
            })
    void refusesAValueAndNamesItsBounds(String set, String message) {
        assertThat(verdict(set).faults()).singleElement().asString().contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SERVER_PORT=9000 MANAGEMENT_SERVER_PORT=9000                     | MANAGEMENT_SERVER_PORT (9000) must be another port than SERVER_PORT (9000)",
                "SERVER_PORT=8081                                                 | MANAGEMENT_SERVER_PORT (8081) must be another port than SERVER_PORT (8081)",
                "MANAGEMENT_SERVER_PORT=8080                                      | MANAGEMENT_SERVER_PORT (8080) must be another port than SERVER_PORT (8080)",
                "VINBRIDGE_WORK_LEASE=5s VINBRIDGE_REFRESH_RENEW=10000            | VINBRIDGE_WORK_LEASE (5s) must be at least twice VINBRIDGE_REFRESH_RENEW (10000)",
                "VINBRIDGE_CHROMEDATA_ANSWERTIMEOUT=2m                            | VINBRIDGE_CHROMEDATA_ANSWERTIMEOUT (2m) must be at most VINBRIDGE_CHROMEDATA_LONGESTANSWER (60s)",
                "VINBRIDGE_WORK_LONGESTPAUSE=5s                                   | VINBRIDGE_WORK_FIRSTPAUSE (10s) must be at most VINBRIDGE_WORK_LONGESTPAUSE (5s)",
                "VINBRIDGE_WEBHOOKS_ANSWERTIMEOUT=30s                             | VINBRIDGE_WEBHOOKS_DELIVERYTIMEOUT (20s)",
                "VINBRIDGE_EVENTS_LARGEST=1KB                                     | VINBRIDGE_EVENTS_LARGESTFIELD (32KB) must be at most VINBRIDGE_EVENTS_LARGEST (1KB)",
                "VINBRIDGE_MONITORING_STEP=7s                                     | a whole part of five minutes",
                "VINBRIDGE_GALLERY_STORE_S3_ACCESSKEY=a                           | VINBRIDGE_GALLERY_STORE_S3_SECRETKEY is not",
                "VINBRIDGE_GALLERY_STORE_S3_ENDPOINT=http://localhost:9000        | VINBRIDGE_GALLERY_STORE_S3_BUCKET is not",
            })
    void refusesWhatIsRightAloneAndWrongTogether(String set, String message) {
        assertThat(verdict(set.split(" ")).faults()).singleElement().asString().contains(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VINBRIDGE_VALUES_ANYTHING=1",
                "vinbridge.values.any-thing=1",
                "VINBRIDGE_PORT=tcp://10.0.0.1:8080",
                "VINBRIDGE_PORT_8080_TCP_ADDR=10.0.0.1",
                "VINBRIDGE_SERVICE_HOST=10.0.0.1",
                "VINBRIDGE_SERVICE_PORT_HTTP=8080",
                "VINBRIDGE_API_SERVICE_HOST=10.0.0.1 VINBRIDGE_API_PORT=tcp://10.0.0.1:8080 VINBRIDGE_API_PORT_80_TCP=x",
                "CHROMEDATA_SERVICE_HOST=10.0.0.1 CHROMEDATA_PORT=tcp://10.0.0.1:80",
                "VINBRIDGE_SCHEDULES_NIGHTLYEXPORT_CRON=0 0 3 * * ?",
                "vinbridge.schedules.nightly-export.enabled=true",
                "VINBRIDGE_ROUTES_HOSTS_0=hooks.example.com",
                "vinbridge.access.origins[1]=https://a.example.com vinbridge.access.origins[0]=https://b.example.com",
                "VINBRIDGE_ADMIN_KEY=x VINBRIDGE_ADMINKEY=x vinbridge_routes_dir=routes",
                "VINBRIDGE_CHROMEDATA_CALLS_PER_DAY=5",
                "VINBRIDGE_CHROMEDATA_CALLSPERDAY=",
                "VINBRIDGE_URL=http://localhost:8080 VINBRIDGE_KEY=x",
                "VINBRIDGE_WORK_LEASE=5s VINBRIDGE_REFRESH_RENEW=1666",
                "MY_VINBRIDGE_NAME=x",
            })
    void letsPassWhatIsRight(String set) {
        SettingsVerdict verdict = verdict(set.split(" (?=[A-Za-z_.\\[\\]0-9-]+=)"));

        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.warnings()).isEmpty();
    }

    @Test
    void tellsAllThatIsWrongAtOnce() {
        assertThat(verdict("VINBRIDGE_CHROMEDATA_CALLPERDAY=5", "VINBRIDGE_WORK_LEASE=0s", "CHROMEDATA_COUNTRY=USA")
                        .faults())
                .hasSize(3);
    }

    @Test
    void startsWithAWarningWhereUnknownNamesAreToBeOne() {
        SettingsVerdict verdict = verdict("VINBRIDGE_OF_TOMORROW=5", "VINBRIDGE_SETTINGS_UNKNOWN=warn");

        assertThat(verdict.faults()).isEmpty();
        assertThat(verdict.warnings()).singleElement().asString().startsWith("VINBRIDGE_OF_TOMORROW is no setting");
    }

    @Test
    void warnsOfARunThatCannotUseAllCalls() {
        assertThat(verdict("VINBRIDGE_REFRESH_WINDOW=5").warnings())
                .singleElement()
                .asString()
                .contains("VINBRIDGE_REFRESH_WINDOW is 5");
    }

    @Test
    void showsNoSecret() {
        assertThat(verdict("VINBRIDGE_ADMIN_KE=hush-hush", "CHROMEDATA_ACCOUNT_SECRETS=hush-hush")
                        .toString())
                .doesNotContain("hush-hush");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SPRING_DATASOURCE_URL=postgres://vinbridge:hunter2@db/vinbridge",
                "SPRING_DATASOURCE_URL=postgres://vinbridge:hunter2@secret@db/vinbridge",
                "SPRING_DATASOURCE_URL=jdbc:postgres://vinbridge:hunter2@db/vinbridge",
                "SPRING_DATASOURCE_URL=postgres://db/vinbridge?user=vinbridge&password=hunter2",
                "SPRING_DATASOURCE_URL=postgres://db/vinbridge?sslPassword=hunter2&user=vinbridge",
                "SPRING_DATA_REDIS_URL=http://:hunter2@redis:6379",
                "SPRING_DATA_REDIS_URL=redis-cluster://vinbridge:hunter2@redis:6379",
                "CHROMEDATA_DESCRIBE_URL=ftp://vinbridge:hunter2@proxy/Description/7c",
                "CHROMEDATA_DESCRIBE_URL=http://vinbridge:hunter2@proxy/a b",
                "CHROMEDATA_DESCRIBE_URL=ftp://a-name-of-a-user-that-is-as-long-as-what-is-shown:hunter2@proxy/7c",
                "VINBRIDGE_ACCESS_ORIGINS=https://vinbridge:hunter2@inventory.example/path",
            })
    void showsNoPasswordInAnAddress(String set) {
        assertThat(verdict(set).faults())
                .singleElement()
                .asString()
                .contains("***")
                .doesNotContain("hunter2")
                .doesNotContain("secret");
    }

    @Test
    void knowsAllThatTheServiceItselfSetsAndHasTheSameDefaults() throws IOException {
        PropertySource<?> shipped = new YamlPropertySourceLoader()
                .load("shipped", new ClassPathResource("application.yaml"))
                .get(0);
        Map<String, SettingDefinition> known = new TreeMap<>();
        SettingCatalog.read().all().forEach(setting -> known.put(setting.name(), setting));

        assertThat(((EnumerablePropertySource<?>) shipped).getPropertyNames())
                .filteredOn(name -> name.startsWith("vinbridge.") || name.startsWith("chromedata."))
                .isNotEmpty()
                .allSatisfy(name ->
                        assertThat(known.get(name).usual()).isEqualTo(String.valueOf(shipped.getProperty(name))));
    }

    private static SettingsVerdict verdict(String... set) {
        Map<String, Object> variables = new HashMap<>();
        Map<String, Object> properties = new HashMap<>();
        for (String one : set) {
            String[] parts = one.split("=", 2);
            (parts[0].matches("(vinbridge|chromedata)\\..*") ? properties : variables).put(parts[0], parts[1]);
        }
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        environment.getPropertySources().addFirst(new MapPropertySource("command line", properties));
        return SettingsVerdict.of(environment);
    }
}

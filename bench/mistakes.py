"""What a person may set or type wrongly, and what has to come of it, for bench/mistakes: JAVA JAR DATABASE-URL BUSY-PORT."""

import os
import re
import subprocess
import sys
import tempfile

JAVA, JAR, DATABASE, BUSY = sys.argv[1:5]
ONLY = sys.argv[5] if len(sys.argv) > 5 else ""
REFUSED, WRONG_LINE = 1, 2
folder = tempfile.mkdtemp()


def file(name, text):
    path = os.path.join(folder, name)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as out:
        out.write(text)
    return path


EMPTY = os.path.join(folder, "empty")
os.mkdir(EMPTY)
TEXT = file("some.txt", "nothing")
BAD_CRON = file("minute/a.camel.yaml", """- route:
    id: a
    group: schedules
    description: Says hello
    from:
      uri: quartz:schedules/a
      parameters: {cron: "0 99 * * * ?", trigger.timeZone: UTC}
      steps: [{log: {message: hello}}]
""")
BAD_YAML = file("yaml/a.camel.yaml", "- route:\n    id: a\n   from: x\n")
EVENT = file("event.json", '{"type":"vehicle.updated"}')

# (what is set or typed, variables, arguments, exit code, what has to be said)
CASES = [
    # Names
    ("budget misspelt", {"VINBRIDGE_CHROMEDATA_CALLPERDAY": "5"}, [], REFUSED, "CALLPERDAY.*VINBRIDGE_CHROMEDATA_CALLSPERDAY"),
    ("account misspelt", {"CHROMEDATA_ACOUNT_NUMBER": "5"}, [], REFUSED, "ACOUNT_NUMBER.*CHROMEDATA_ACCOUNT_?NUMBER"),
    ("plural", {"VINBRIDGE_ROUTE_DIR": "x"}, [], REFUSED, "VINBRIDGE_ROUTES_?DIR"),
    ("an underscore too many", {"VINBRIDGE_CHROMEDATA_CALLS_PER__DAY": "5"}, [], REFUSED, "VINBRIDGE_CHROMEDATA_CALLSPERDAY"),
    ("room left out", {"VINBRIDGE_FRESHFOR": "30d"}, [], REFUSED, "VINBRIDGE_[A-Z]+_FRESHFOR"),
    ("small letters", {"vinbridge_chromedata_callperday": "5"}, [], REFUSED, "VINBRIDGE_CHROMEDATA_CALLSPERDAY"),
    ("on the command line", {}, ["--vinbridge.chromedata.call-per-day=5"], REFUSED, "vinbridge.chromedata.calls-per-day"),
    ("as a property of the JVM", {"JAVA_TOOL_OPTIONS": "-Dvinbridge.vehicles.fresh=3d"}, [], REFUSED, "vinbridge.vehicles.fresh-for"),
    ("in SPRING_APPLICATION_JSON", {"SPRING_APPLICATION_JSON": '{"vinbridge":{"vehicles":{"fresh":"3d"}}}'}, [], REFUSED, "vinbridge.vehicles.fresh-for"),
    ("price of no service", {"VINBRIDGE_PRICES_MEDIAS": "0.1"}, [], REFUSED, "VINBRIDGE_PRICES_"),
    ("schedule misspelt", {"VINBRIDGE_SCHEDULES_FORGETOLD_CORN": "0 0 0 * * ?"}, [], REFUSED, "VINBRIDGE_SCHEDULES_FORGETOLD_CRON"),
    ("how unknown names are treated", {"VINBRIDGE_SETTINGS_UNKNOWN": "ignore"}, [], REFUSED, "(?i)VINBRIDGE_SETTINGS_UNKNOWN.*warn"),
    ("index of a list", {"VINBRIDGE_EVENTS_KIND_0": "x"}, [], REFUSED, "VINBRIDGE_EVENTS_KINDS"),
    # Values
    ("negative freshness", {"VINBRIDGE_VEHICLES_FRESHFOR": "-3d"}, [], REFUSED, "VINBRIDGE_VEHICLES_FRESHFOR.*1s"),
    ("no duration", {"VINBRIDGE_VEHICLES_FRESHFOR": "a month"}, [], REFUSED, "VINBRIDGE_VEHICLES_FRESHFOR.*30d|VINBRIDGE_VEHICLES_FRESHFOR.*duration"),
    ("budget of a word", {"VINBRIDGE_CHROMEDATA_CALLSPERDAY": "unlimited"}, [], REFUSED, "VINBRIDGE_CHROMEDATA_CALLSPERDAY.*number"),
    ("negative budget", {"VINBRIDGE_CHROMEDATA_CALLSPERDAY": "-1"}, [], REFUSED, "VINBRIDGE_CHROMEDATA_CALLSPERDAY.*0"),
    ("budget beyond an int", {"VINBRIDGE_CHROMEDATA_CALLSPERDAY": "99999999999"}, [], REFUSED, "VINBRIDGE_CHROMEDATA_CALLSPERDAY"),
    ("budget with a separator", {"VINBRIDGE_CHROMEDATA_CALLSPERDAY": "5,000"}, [], REFUSED, "VINBRIDGE_CHROMEDATA_CALLSPERDAY"),
    ("no calls at once", {"VINBRIDGE_CHROMEDATA_CONCURRENTCALLS": "0"}, [], REFUSED, "VINBRIDGE_CHROMEDATA_CONCURRENTCALLS.*1"),
    ("share above one", {"VINBRIDGE_CHROMEDATA_KEPTFORPEOPLE": "10"}, [], REFUSED, "VINBRIDGE_CHROMEDATA_KEPTFORPEOPLE.*0 to 1|VINBRIDGE_CHROMEDATA_KEPTFORPEOPLE"),
    ("country written out", {"CHROMEDATA_COUNTRY": "USA"}, [], REFUSED, "CHROMEDATA_COUNTRY.*two capital"),
    ("small country", {"CHROMEDATA_COUNTRY": "us"}, [], REFUSED, "CHROMEDATA_COUNTRY.*two capital"),
    ("capital language", {"CHROMEDATA_LANGUAGE": "EN"}, [], REFUSED, "CHROMEDATA_LANGUAGE.*two small"),
    ("no service", {"CHROMEDATA_SERVICE": "soap"}, [], REFUSED, "(?i)CHROMEDATA_SERVICE.*ads.*cvd"),
    ("no signature", {"CHROMEDATA_API_AUTH": "basic"}, [], REFUSED, "(?i)CHROMEDATA_API_?AUTH.*signature"),
    ("version of no service", {"CHROMEDATA_DESCRIBE_URL": "https://services.chromedata.com/Description/9z"}, [], REFUSED, "7c|CHROMEDATA_DESCRIBE"),
    ("address without a scheme", {"CHROMEDATA_DESCRIBE_URL": "services.chromedata.com/Description/7c"}, [], REFUSED, "CHROMEDATA_DESCRIBE_?URL"),
    ("gallery's address by ftp", {"CHROMEDATA_MEDIA_URL": "ftp://media"}, [], REFUSED, "CHROMEDATA_MEDIA_?URL"),
    ("yes for true", {"VINBRIDGE_CHROMEDATA_BUILDDATA": "maybe"}, [], REFUSED, "VINBRIDGE_CHROMEDATA_BUILDDATA.*true"),
    ("size in a foreign unit", {"VINBRIDGE_EVENTS_LARGEST": "256KiB"}, [], REFUSED, "VINBRIDGE_EVENTS_LARGEST"),
    ("cron of five fields", {"VINBRIDGE_SCHEDULES_FORGETOLD_CRON": "40 4 * * *"}, [], REFUSED, "VINBRIDGE_SCHEDULES_FORGETOLD_CRON"),
    ("cron of minute 99", {"VINBRIDGE_SCHEDULES_FORGETOLD_CRON": "0 99 4 * * ?"}, [], REFUSED, "VINBRIDGE_SCHEDULES_FORGETOLD_CRON.*(99|59)"),
    ("wrong regular expression", {"VINBRIDGE_CHROMEDATA_QUOTA": "("}, [], REFUSED, "VINBRIDGE_CHROMEDATA_QUOTA"),
    ("negative price", {"VINBRIDGE_PRICES_ADS": "-0.1"}, [], REFUSED, "VINBRIDGE_PRICES_ADS"),
    ("price with a sign", {"VINBRIDGE_PRICES_ADS": "$0.10"}, [], REFUSED, "VINBRIDGE_PRICES_ADS"),
    ("origin with a path", {"VINBRIDGE_ACCESS_ORIGINS": "https://a.example/x"}, [], REFUSED, "VINBRIDGE_ACCESS_ORIGINS"),
    ("fallback of a word", {"VINBRIDGE_VPIC_FALLBACK": "on"}, [], REFUSED, "(?i)VINBRIDGE_VPIC_FALLBACK.*serve"),
    ("rule of offers", {"VINBRIDGE_VEHICLES_OWNOFFER": "CHEAPEST_EVER"}, [], REFUSED, "VINBRIDGE_VEHICLES_OWNOFFER.*LAST_SAID"),
    ("several at once", {"VINBRIDGE_CHROMEDATA_CALLSPERDAY": "x", "VINBRIDGE_VEHICLES_FRESHFOR": "y"}, [], REFUSED,
     "CALLSPERDAY(.|\n)*FRESHFOR"),
    # Combinations
    ("lease shorter than its renewal", {"VINBRIDGE_WORK_LEASE": "1s", "VINBRIDGE_REFRESH_RENEW": "900"}, [], REFUSED, "VINBRIDGE_WORK_LEASE"),
    ("call's limit above the whole", {"VINBRIDGE_CHROMEDATA_ANSWERTIMEOUT": "5m"}, [], REFUSED, "ANSWERTIMEOUT.*LONGESTANSWER"),
    ("half of the store's key", {"VINBRIDGE_GALLERY_STORE_S3_ACCESSKEY": "a"}, [], REFUSED, "ACCESSKEY.*SECRETKEY"),
    ("tokens without an issuer", {"VINBRIDGE_ACCESS_JWT_KEYS": "https://a.example"}, [], REFUSED, "JWT_KEYS.*JWT_ISSUER"),
    # Servers and addresses
    ("no account", {"CHROMEDATA_ACCOUNT_NUMBER": "", "CHROMEDATA_ACCOUNT_SECRET": ""}, [], REFUSED, "CHROMEDATA_ACCOUNT_NUMBER"),
    ("CVD without a key", {"CHROMEDATA_SERVICE": "cvd"}, [], REFUSED, "CHROMEDATA_API_KEY"),
    ("no PostgreSQL there", {"SPRING_DATASOURCE_URL": "jdbc:postgresql://127.0.0.1:9/x"}, [], REFUSED, "PostgreSQL.*127.0.0.1:9"),
    ("another database", {"SPRING_DATASOURCE_URL": "jdbc:mysql://127.0.0.1/x"}, [], REFUSED, "SPRING_DATASOURCE_URL|PostgreSQL"),
    ("no JDBC address", {"SPRING_DATASOURCE_URL": "postgresql://127.0.0.1/x"}, [], REFUSED, "SPRING_DATASOURCE_URL"),
    ("database misspelt", {"SPRING_DATASOURCE_URL": DATABASE + "x"}, [], REFUSED, "does not exist"),
    ("Redis' address by http", {"SPRING_DATA_REDIS_URL": "http://127.0.0.1:6379"}, [], REFUSED, "SPRING_DATA_REDIS_URL"),
    ("busy port", {"SERVER_PORT": BUSY}, [], REFUSED, BUSY + ".*in use|SERVER_PORT"),
    ("busy management port", {"MANAGEMENT_SERVER_PORT": BUSY}, [], REFUSED, "MANAGEMENT_SERVER_PORT"),
    ("the same port twice", {"SERVER_PORT": "18123", "MANAGEMENT_SERVER_PORT": "18123"}, [], REFUSED, "MANAGEMENT_SERVER_PORT|same port|18123"),
    ("port beyond 65535", {"SERVER_PORT": "80800"}, [], REFUSED, "SERVER_PORT|server.port"),
    ("port of a word", {"SERVER_PORT": "http"}, [], REFUSED, "SERVER_PORT|server.port"),
    ("address of another machine", {"SERVER_ADDRESS": "192.0.2.1"}, [], REFUSED, "SERVER_ADDRESS|192.0.2.1"),
    ("address of no machine", {"SERVER_ADDRESS": "no.such.host.invalid"}, [], REFUSED, "SERVER_ADDRESS|server.address"),
    ("open to all", {"VINBRIDGE_ACCESS_DISABLED": "true"}, [], REFUSED, "VINBRIDGE_ADMIN_KEY"),
    ("store that cannot be a folder", {"VINBRIDGE_GALLERY_MIRROR_ENABLED": "true", "VINBRIDGE_GALLERY_STORE_FOLDER": TEXT + "/x"}, [], None,
     "VINBRIDGE_GALLERY_STORE_FOLDER"),
    ("account of SFTP without its key", {"VINBRIDGE_SFTP_ACCOUNTS_D7_HOST": "files.example.com", "VINBRIDGE_SFTP_ACCOUNTS_D7_USERNAME": "u"}, [], REFUSED,
     "VINBRIDGE_SFTP_ACCOUNTS_D7_HOST, _HOSTKEY"),
    ("routes' folder not there", {"VINBRIDGE_ROUTES_DIR": folder + "/none"}, [], REFUSED, "VINBRIDGE_ROUTES_DIR"),
    ("a file for the routes' folder", {"VINBRIDGE_ROUTES_DIR": TEXT}, [], REFUSED, "VINBRIDGE_ROUTES_DIR"),
    ("trust that is no certificate", {"VINBRIDGE_WEBHOOKS_TRUST": TEXT}, [], REFUSED, "VINBRIDGE_WEBHOOKS_TRUST"),
    ("trust that is not there", {"VINBRIDGE_WEBHOOKS_TRUST": folder + "/none"}, [], REFUSED, "VINBRIDGE_WEBHOOKS_TRUST"),
    # The command line
    ("command misspelt", {}, ["--check-route", "routes"], WRONG_LINE, "--check-routes"),
    ("a word", {}, ["start"], WRONG_LINE, "--help"),
    ("an option of nothing", {}, ["--fast"], WRONG_LINE, "--help"),
    ("short option", {}, ["-p", "8080"], WRONG_LINE, "--help"),
    ("setting without its dashes", {}, ["server.port=9090"], WRONG_LINE, "--help"),
    ("setting without a value", {}, ["--server.port"], WRONG_LINE, "--help|value"),
    ("command without its folder", {}, ["--check-routes"], WRONG_LINE, "FOLDER|FILE"),
    ("folder not there", {}, ["--check-routes", folder + "/none"], WRONG_LINE, "none"),
    ("empty folder", {}, ["--check-routes=" + EMPTY], None, "(?i)no .*route|no file|empty"),
    ("two commands", {}, ["--check-routes", EMPTY, "--migrate"], WRONG_LINE, ""),
    ("migrate with a value", {}, ["--migrate=now"], WRONG_LINE, "now"),
    ("event not there", {}, ["--try-event", folder + "/none.json"], WRONG_LINE, "none.json"),
    ("event without a VIN", {}, ["--try-event=" + EVENT], REFUSED, "(?i)vin"),
    ("import not there", {}, ["--import-vpic=" + folder + "/none.zip"], WRONG_LINE, "none.zip"),
    ("import of no dump", {}, ["--import-vpic", TEXT], REFUSED, ""),
    ("routes of minute 99", {}, ["--check-routes", os.path.dirname(BAD_CRON)], REFUSED, "99|minute"),
    ("routes of no YAML", {}, ["--check-routes", os.path.dirname(BAD_YAML)], REFUSED, "line 3|:3"),
    ("a wrong setting beside a command", {"VINBRIDGE_CHROMEDATA_CALLPERDAY": "5"}, ["--migrate"], REFUSED, "CALLSPERDAY"),
]

TRACE = re.compile(r"^\s+at [\w.$/]+\(|error\.stack_trace|\"stack_trace\"", re.M)
bad = 0
for number, (what, variables, arguments, code, said) in enumerate(CASES, 1):
    if ONLY and ONLY not in what:
        continue
    command = [*JAVA.split(), "-jar", JAR, *arguments]
    try:
        # Without a terminal failures are JSON, one line each; a person's form is what the table shows.
        ran = subprocess.run(command, env={**os.environ, "LOGGING_STRUCTURED_FORMAT_CONSOLE": "", **variables}, capture_output=True, text=True,
                             timeout=300 if code is not None else 60, check=False)
        output, ended = ran.stdout + "\n" + ran.stderr, ran.returncode
    except subprocess.TimeoutExpired as late:
        output, ended = (late.stdout or b"").decode() + (late.stderr or b"").decode(), "runs"
    wrong = []
    if code is not None and ended != code:
        wrong.append(f"exit code {ended} instead of {code}")
    if not re.search(said, output):
        wrong.append(f"does not say {said}")
    if TRACE.search(output):
        wrong.append("shows a stack trace")
    heads = [line for line in output.splitlines() if said and re.search(said, line)] or output.strip().splitlines()[-1:]
    setting = " ".join([f"{name}={value}" for name, value in variables.items()] + arguments).replace(folder, "...")
    print(f"| {number} | {what} | `{setting}` | {ended} | {(heads or [''])[0].strip().replace(folder, '...')[:230]} |", flush=True)
    if wrong:
        bad += 1
        print(f"  WRONG: {'; '.join(wrong)}\n" + "\n".join("    " + line[:240] for line in output.strip().splitlines()[-14:]), flush=True)
print(f"{bad} of {len(CASES)} are not as they have to be")
sys.exit(1 if bad else 0)

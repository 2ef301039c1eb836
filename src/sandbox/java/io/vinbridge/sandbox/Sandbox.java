package io.vinbridge.sandbox;

import io.vinbridge.sandbox.ads.AdsService;
import io.vinbridge.sandbox.ads.BuildData;
import io.vinbridge.sandbox.catalog.Catalog;
import io.vinbridge.sandbox.catalog.Country;
import io.vinbridge.sandbox.catalog.DataBuilds;
import io.vinbridge.sandbox.cvd.CvdService;
import io.vinbridge.sandbox.cvd.Disagreements;
import io.vinbridge.sandbox.cvd.Oddities;
import io.vinbridge.sandbox.cvd.VssService;
import io.vinbridge.sandbox.desk.Account;
import io.vinbridge.sandbox.desk.Desk;
import io.vinbridge.sandbox.http.Handler;
import io.vinbridge.sandbox.http.HttpServer;
import io.vinbridge.sandbox.http.Reply;
import io.vinbridge.sandbox.http.Request;
import io.vinbridge.sandbox.ledger.Ledger;
import io.vinbridge.sandbox.media.MediaService;
import io.vinbridge.sandbox.media.PictureAddresses;
import io.vinbridge.sandbox.media.PictureService;
import io.vinbridge.sandbox.trouble.Dials;
import java.io.IOException;
import java.util.List;

/**
 * A running stand-in for ChromeData. It listens on the loopback address alone; close it to free its port and end all
 * calls under way.
 */
public final class Sandbox implements AutoCloseable {
    private final DataBuilds builds = new DataBuilds();
    private final BuildData buildData = new BuildData();
    private final Dials ads = new Dials();
    private final Dials cvd = new Dials();
    private final Dials vss = new Dials();
    private final Disagreements disagreements = new Disagreements();
    private final Oddities oddities = new Oddities();
    private final Dials media = new Dials();
    private final Dials pictures = new Dials();
    private final Ledger ledger;
    private final Handler adsDesk;
    private final Handler cvdDesk;
    private final Handler vssDesk;
    private final Handler mediaDesk;
    private final Handler picturesDesk;
    private final Handler control = new Control(this);
    private final HttpServer server;

    private Sandbox(SandboxSettings settings) throws IOException {
        Account account = settings.account();
        Catalog catalog = new Catalog(settings.clock(), builds);
        PictureAddresses addresses =
                new PictureAddresses(this::address, account.number(), settings.clock(), settings.pictureLifetime());
        this.ledger = new Ledger(settings.clock(), settings.recentRequests());
        AdsService adsService =
                new AdsService(catalog, builds, buildData, account, addresses, settings.extent(), ledger);
        MediaService mediaService = new MediaService(catalog, account, addresses, this::address);
        this.adsDesk = new Desk(adsService, ads, ledger);
        double fullness = settings.extent().fullness();
        this.cvdDesk = new Desk(
                new CvdService(
                        catalog,
                        builds,
                        buildData,
                        settings.keyPair(),
                        disagreements,
                        oddities,
                        fullness,
                        settings.clock()),
                cvd,
                ledger);
        this.vssDesk = new Desk(new VssService(catalog, settings.keyPair(), fullness, settings.clock()), vss, ledger);
        this.mediaDesk = new Desk(mediaService, media, ledger);
        this.picturesDesk = new Desk(new PictureService(account, addresses), pictures, ledger);
        this.server = HttpServer.start(settings.port(), this::handle);
    }

    /** Starts a sandbox on any free port, with everything as usual. */
    public static Sandbox start() throws IOException {
        return start(new SandboxSettings());
    }

    /** Starts a sandbox. Fails with a {@link java.net.BindException} if the port is taken. */
    public static Sandbox start(SandboxSettings settings) throws IOException {
        return new Sandbox(settings);
    }

    /** Runs a sandbox until the process is ended; see {@code --help}. */
    public static void main(String[] arguments) throws InterruptedException {
        System.exit(CommandLine.run(arguments, System.out, System.err));
    }

    /** Address of the server, such as {@code http://127.0.0.1:8090}. */
    public String address() {
        return "http://127.0.0.1:" + server.port();
    }

    /** The address of the description service in a version: {@code 7a}, {@code 7b} or {@code 7c}. */
    public String describeUrl(String version) {
        return address() + AdsService.PATH + version;
    }

    /** The address of CVD. */
    public String cvdUrl() {
        return address() + CvdService.PATH;
    }

    /** The address of VSS. */
    public String vssUrl() {
        return address() + VssService.PATH;
    }

    /** The base of the Media Gallery's listings. */
    public String mediaUrl() {
        return address() + MediaService.PATH;
    }

    /** Dials of descriptions. */
    public Dials ads() {
        return ads;
    }

    /** Dials of CVD. */
    public Dials cvd() {
        return cvd;
    }

    /** Dials of VSS. */
    public Dials vss() {
        return vss;
    }

    /** Fields in which CVD says otherwise than ADS. */
    public Disagreements disagreements() {
        return disagreements;
    }

    /** How oddly CVD writes its JSON. */
    public Oddities oddities() {
        return oddities;
    }

    /** Dials of the Media Gallery's listings. */
    public Dials media() {
        return media;
    }

    /** Dials of the pictures themselves. */
    public Dials pictures() {
        return pictures;
    }

    public Ledger ledger() {
        return ledger;
    }

    /** For which VINs the manufacturer's build data is there. */
    public BuildData buildData() {
        return buildData;
    }

    /** Publishes a new data build of a country, in which a share of its styles (0.0 to 1.0) has changed. */
    public DataBuilds.DataBuild newBuild(Country country, double share) {
        return builds.publish(country, share);
    }

    /** VINs to try: carried and not, of one style and of several. */
    public List<SampleVin> sampleVins() {
        return SampleVin.all();
    }

    /** Turns all dials back, empties the ledger, forgets scripted answers, new builds and build data. */
    public void reset() {
        ads.reset();
        cvd.reset();
        vss.reset();
        disagreements.share(0);
        oddities.on(false);
        media.reset();
        pictures.reset();
        buildData.forNone();
        builds.forgetNewOnes();
        ledger.reset();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void handle(Request request, Handler.Sender sender) throws IOException {
        handlerOf(request.path()).handle(request, sender);
    }

    private Handler handlerOf(String path) {
        if (path.startsWith(AdsService.PATH)) {
            return adsDesk;
        }
        if (path.startsWith(CvdService.PATH)) {
            return cvdDesk;
        }
        if (path.startsWith(VssService.PATH)) {
            return vssDesk;
        }
        if (path.startsWith(MediaService.PATH)) {
            return mediaDesk;
        }
        if (path.startsWith(PictureService.PATH)) {
            return picturesDesk;
        }
        return path.startsWith(Control.PATH) ? control : this::nothingHere;
    }

    private void nothingHere(Request request, Handler.Sender sender) throws IOException {
        String page = address() + Control.PATH;
        sender.send(
                Reply.of(404, "text/plain;charset=utf-8", "Nothing at " + request.path() + ". What there is: " + page));
    }
}

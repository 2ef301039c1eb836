package io.vinbridge.sandbox.ads;

import io.vinbridge.sandbox.ads.sections.StyleSection;
import io.vinbridge.sandbox.ads.soap.AdsVersion;
import io.vinbridge.sandbox.ads.soap.DescribeRequest;
import io.vinbridge.sandbox.ads.soap.Element;
import io.vinbridge.sandbox.ads.soap.Envelope;
import io.vinbridge.sandbox.ads.soap.EnvelopeReader;
import io.vinbridge.sandbox.ads.soap.Operation;
import io.vinbridge.sandbox.ads.soap.Readers;
import io.vinbridge.sandbox.ads.soap.SoapFault;
import io.vinbridge.sandbox.catalog.Catalog;
import io.vinbridge.sandbox.catalog.Country;
import io.vinbridge.sandbox.catalog.DataBuilds;
import io.vinbridge.sandbox.desk.Account;
import io.vinbridge.sandbox.desk.Call;
import io.vinbridge.sandbox.desk.Refusal;
import io.vinbridge.sandbox.desk.Service;
import io.vinbridge.sandbox.http.Reply;
import io.vinbridge.sandbox.http.Request;
import io.vinbridge.sandbox.ledger.Ledger;
import io.vinbridge.sandbox.ledger.Subject;
import io.vinbridge.sandbox.media.PictureAddresses;
import io.vinbridge.sandbox.text.Xml;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Descriptions over SOAP, each version at a path of its own. Every request is held to the schema of its version. */
public final class AdsService implements Service {
    /** The path that the versions are under. */
    public static final String PATH = "/Description/";

    private final Account account;
    private final Ledger ledger;
    private final CatalogAnswers catalogAnswers;
    private final VehicleDescriber describer;
    private final Map<AdsVersion, Readers> readers = new EnumMap<>(AdsVersion.class);

    public AdsService(
            Catalog catalog,
            DataBuilds builds,
            BuildData buildData,
            Account account,
            PictureAddresses addresses,
            Extent extent,
            Ledger ledger) {
        this.account = account;
        this.ledger = ledger;
        this.catalogAnswers = new CatalogAnswers(catalog, builds, account);
        StyleSection styles = new StyleSection(addresses, extent.licence());
        this.describer = new VehicleDescriber(catalog, builds, buildData, styles, extent);
        for (AdsVersion version : AdsVersion.values()) {
            readers.put(version, new Readers(version));
        }
    }

    @Override
    public String name() {
        return "ads";
    }

    @Override
    public Call read(Request request) {
        Optional<AdsVersion> version = AdsVersion.numbered(request.path().substring(PATH.length()));
        if (version.isEmpty()) {
            return other("unknown", Reply.of(404, "text/html;charset=utf-8", "<html><body>Not found.</body></html>"));
        }
        if (request.method().equals("POST")) {
            return read(version.get(), request);
        }
        if (request.query().keySet().stream().anyMatch("wsdl"::equalsIgnoreCase)) {
            String address = "http://" + request.header("Host").orElse("localhost") + request.path();
            return other(
                    "wsdl",
                    Reply.of(200, "text/xml;charset=utf-8", version.get().wsdl(address)));
        }
        return other("page", Reply.of(200, "text/html;charset=utf-8", "<html><body>Web Services</body></html>"));
    }

    private Call read(AdsVersion version, Request request) {
        try {
            Element element = readers.get(version).read(request.body());
            Operation operation = Operation.requestedBy(element.name())
                    .orElseThrow(() -> SoapFault.client(
                            "Cannot find dispatch method for {" + version.namespace() + "}" + element.name()));
            return new Call(
                    operation.wireName(),
                    DescribeRequest.subject(element),
                    gzip -> answer(version, operation, element, gzip && request.acceptsGzip()));
        } catch (EnvelopeReader.SchemaViolation e) {
            ledger.noteSchemaRefusal();
            return other("refused", SoapFault.server(e.getMessage()).reply());
        } catch (SoapFault e) {
            return other("unreadable", e.reply());
        }
    }

    private static Call other(String operation, Reply reply) {
        return new Call(operation, Subject.NONE, gzip -> reply);
    }

    private Reply answer(AdsVersion version, Operation operation, Element element, boolean gzip) {
        Element given = element.child("accountInfo");
        if (!account.opens(given.attribute("number"), given.attribute("secret"))) {
            return refusal(Refusal.CREDENTIALS);
        }
        Optional<Country> country = account.licensed(given.attribute("country"));
        if (country.isEmpty()) {
            return refusal(Refusal.COUNTRY);
        }
        if (operation == Operation.DESCRIBE_VEHICLE) {
            return describer.describe(DescribeRequest.of(version, country.get(), element), gzip);
        }
        Xml answer = catalogAnswers.answer(version, operation, element, country.get());
        return Envelope.reply("", Envelope.tail(answer), gzip);
    }

    @Override
    public Reply fault() {
        return SoapFault.server("An unexpected error occurred.").reply();
    }

    @Override
    public Reply complaint() {
        return SoapFault.client("cvc-elt.1: Cannot find the declaration of element 'ns1:accountInfo'.")
                .reply();
    }

    @Override
    public Reply refusal(Refusal why) {
        return SoapFault.server(account.text(why)).reply();
    }
}

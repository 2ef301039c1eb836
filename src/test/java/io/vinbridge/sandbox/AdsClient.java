package io.vinbridge.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** Speaks SOAP to a sandbox as a careful client does, and lets a test say the odd thing. */
record AdsClient(Sandbox sandbox, String version, String country) {

    /** The switches of a full answer. */
    static final String FULL = switches(
            "ShowExtendedDescriptions",
            "ShowAvailableEquipment",
            "ShowConsumerInformation",
            "ShowExtendedTechnicalSpecifications",
            "IncludeDefinitions");

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    AdsClient(Sandbox sandbox, String version) {
        this(sandbox, version, "US");
    }

    static String switches(String... names) {
        return List.of(names).stream()
                .map(name -> "<switch>" + name + "</switch>")
                .collect(Collectors.joining());
    }

    String accountInfo() {
        return "<accountInfo number=\"sandbox\" secret=\"sandbox\" country=\"" + country + "\" language=\"en\"/>";
    }

    AdsAnswer describe(String content) {
        return call("VehicleDescriptionRequest", "", accountInfo() + content);
    }

    AdsAnswer describeVin(String vin) {
        return describe("<vin>" + vin + "</vin>");
    }

    AdsAnswer describeStyle(int id) {
        return describe("<styleId>" + id + "</styleId>");
    }

    AdsAnswer call(String element, String attributes, String content) {
        return post("<" + element + " xmlns=\"urn:description" + version + ".services.chrome.com\" " + attributes + ">"
                + content + "</" + element + ">");
    }

    /** Posts what is given as the body of an envelope. */
    AdsAnswer post(String body) {
        return postRaw("<e:Envelope xmlns:e=\"http://schemas.xmlsoap.org/soap/envelope/\"><e:Header/><e:Body>" + body
                + "</e:Body></e:Envelope>");
    }

    AdsAnswer postRaw(String envelope) {
        return new AdsAnswer(version, send(request(envelope).build()));
    }

    HttpRequest.Builder request(String envelope) {
        return HttpRequest.newBuilder(URI.create(sandbox.describeUrl(version)))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "text/xml; charset=utf-8")
                .header("SOAPAction", "\"\"")
                .POST(HttpRequest.BodyPublishers.ofString(envelope));
    }

    static HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

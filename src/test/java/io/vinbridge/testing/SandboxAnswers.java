package io.vinbridge.testing;

import io.vinbridge.chromedata.ads.AdsEnvelope;
import io.vinbridge.chromedata.ads.AdsOperation;
import io.vinbridge.chromedata.ads.AdsReader;
import io.vinbridge.chromedata.ads.AdsReply;
import io.vinbridge.chromedata.description.DescribeResult;
import io.vinbridge.chromedata.description.Description;
import io.vinbridge.sandbox.Sandbox;
import io.vinbridge.sandbox.SandboxSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** Descriptions as the service reads them from a sandbox, without a node: for tests of what is made of them. */
public final class SandboxAnswers implements AutoCloseable {

    private static final List<String> SWITCHES = List.of(
            "ShowExtendedDescriptions",
            "ShowAvailableEquipment",
            "ShowConsumerInformation",
            "ShowExtendedTechnicalSpecifications",
            "IncludeDefinitions");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Sandbox sandbox;

    public SandboxAnswers() {
        try {
            this.sandbox = Sandbox.start(new SandboxSettings().fullness(0.3));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    /** The answer to a VIN in a version of the service, {@code 7a} or {@code 7c}, of a country. */
    public Description describe(String vin, String version, String country) {
        String namespace = "urn:description" + version + ".services.chrome.com";
        AdsOperation question = new AdsOperation.DescribeVin(vin);
        byte[] envelope = new AdsEnvelope(
                        namespace, new AdsEnvelope.AccountInfo("sandbox", "sandbox", country, "en"), SWITCHES)
                .write(question);
        try {
            HttpResponse<java.io.InputStream> answer = client.send(
                    HttpRequest.newBuilder(URI.create(sandbox.describeUrl(version)))
                            .header("Content-Type", "text/xml; charset=utf-8")
                            .POST(HttpRequest.BodyPublishers.ofByteArray(envelope))
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            AdsReply reply = new AdsReader(namespace).read(question, answer.body());
            return ((DescribeResult) ((AdsReply.Data) reply).payload()).description();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            sandbox.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

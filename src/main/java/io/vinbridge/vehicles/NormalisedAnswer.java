package io.vinbridge.vehicles;

import io.vinbridge.chromedata.Answer;
import io.vinbridge.chromedata.description.DataSource;
import io.vinbridge.chromedata.description.Described;
import io.vinbridge.chromedata.description.Warning;
import java.util.List;

/**
 * What describeVehicle said, ready to be stored: the document, what lists show of it, and the warnings that hold for all VINs of the
 * pattern. Warnings about the asked VIN itself are left out: those are told for each VIN from the VIN.
 *
 * @param answer the bytes it came from, gzip, so that a better normaliser needs no new call
 */
public record NormalisedAnswer(
        Document document, Summary summary, List<Warning> warnings, DataSource source, byte[] answer) {

    private static final String ABOUT_THE_VIN = "InvalidVin";

    public static NormalisedAnswer of(Answer.Given<Described> given) {
        Described described = given.data();
        return new NormalisedAnswer(
                Document.of(described.description()),
                Summary.of(described.description()),
                given.warnings().stream()
                        .filter(warning -> !warning.code().startsWith(ABOUT_THE_VIN))
                        .toList(),
                described.source(),
                given.received());
    }
}

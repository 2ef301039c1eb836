package io.vinbridge.vehicles.documents;

import io.vinbridge.chromedata.Answer;
import io.vinbridge.chromedata.description.DescribeResult;
import io.vinbridge.chromedata.description.Description;
import io.vinbridge.chromedata.description.Warning;
import io.vinbridge.vehicles.VehicleSummary;
import java.util.List;

/**
 * Normalized answer of describeVehicle, ready to be stored: the document, its summary for lists, and the warnings that
 * hold for all VINs of the pattern. Warnings about the asked VIN itself are left out: those are told for each VIN from
 * the VIN.
 *
 * @param description what the document says, from which its cards are derived
 * @param source the vendor's word for where the answer comes from; null where it does not say
 * @param forOneVin whether it holds for the asked VIN alone
 * @param answer the bytes it came from, gzip, so that a better normaliser needs no new call
 */
public record NormalizedAnswer(
        Document document,
        Description description,
        VehicleSummary summary,
        List<Warning> warnings,
        String source,
        boolean forOneVin,
        byte[] answer) {

    public static NormalizedAnswer of(Answer.Given<DescribeResult> given) {
        DescribeResult described = given.data();
        return new NormalizedAnswer(
                Document.of(described.description()),
                described.description(),
                VehicleSummary.of(described.description()),
                given.warnings().stream()
                        .filter(warning -> !warning.code().startsWith(Warning.ABOUT_THE_VIN))
                        .toList(),
                described.source(),
                described.forOneVin(),
                given.received());
    }
}

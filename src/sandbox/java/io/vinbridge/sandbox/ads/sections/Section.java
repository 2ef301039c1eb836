package io.vinbridge.sandbox.ads.sections;

import io.vinbridge.sandbox.text.Xml;

/** Writes one kind of element of a VehicleDescription (ChromeData on the wire, 1.4). */
@FunctionalInterface
public interface Section {
    void write(DescribedVehicle vehicle, Xml xml);
}

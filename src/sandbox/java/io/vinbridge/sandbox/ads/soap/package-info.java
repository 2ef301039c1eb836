/** SOAP 1.1 of ADS: requests read, envelopes and faults written, by version and operation. */
package io.vinbridge.sandbox.ads.soap;

/** Sections of a described vehicle, in the order of ADS's schema. */
package io.vinbridge.sandbox.ads.sections;

/**
 * ChromeData's Automotive Description Service: nine operations over SOAP 1.1, in the versions 7a, 7b and 7c (ChromeData
 * on the wire, 1).
 */
package io.vinbridge.sandbox.ads;

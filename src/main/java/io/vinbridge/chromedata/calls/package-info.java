/**
 * Calls on the wire: ADS over SOAP, the Media Gallery and its pictures over HTTP, each with its time limits, the bound
 * of its answer, and the words for every way in which it may fail. May know the package above and what ADS and the
 * gallery say.
 */
package io.vinbridge.chromedata.calls;

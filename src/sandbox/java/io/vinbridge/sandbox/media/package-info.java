/**
 * ChromeData's Media Gallery: listings of photographs over REST, and the photographs themselves (ChromeData on the
 * wire, 2).
 */
package io.vinbridge.sandbox.media;

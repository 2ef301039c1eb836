/**
 * The Automotive Description Service's SOAP: what is written into an envelope, and how an answer of 7a, 7b or 7c is
 * read.
 */
package io.vinbridge.chromedata.ads;

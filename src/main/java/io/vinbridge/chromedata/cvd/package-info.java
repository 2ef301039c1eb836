/**
 * ChromeData VIN Descriptions (REST): how a call is signed, and how an answer is read into the same description as one
 * of ADS. No recorded answer of the present shape is public, so the reader takes numbers or texts, one or many, absent
 * or renamed in case, and counts what it does not understand.
 */
package io.vinbridge.chromedata.cvd;

/**
 * Refusals: what a service of ChromeData says in the place of an answer, of the account, of the form, or of the moment.
 */
package io.vinbridge.chromedata.refusals;

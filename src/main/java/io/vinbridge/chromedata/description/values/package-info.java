/**
 * Values that several parts of a description hold: identified names, ranges of amounts and prices, measures, causes of
 * installation.
 */
package io.vinbridge.chromedata.description.values;

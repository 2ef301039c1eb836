/**
 * Stock files from their receipt to their report: read, judged, held back or taken, one after the other of each dealer.
 */
package io.vinbridge.stock.files;

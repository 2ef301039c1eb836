/**
 * The vehicles that the sandbox knows: one consistent catalogue behind VINs, style ids, Acodes and year, make and
 * model. Nothing is stored; everything is worked out from the tables under {@code sandbox/} and from reproducible
 * draws, so that two sandboxes in two processes say the same.
 */
package io.vinbridge.sandbox.catalog;

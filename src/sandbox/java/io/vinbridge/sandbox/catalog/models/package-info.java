/**
 * Models that are built: divisions, model lines with their bodies, engines and drives, and the reproducible draws that
 * tell them apart.
 */
package io.vinbridge.sandbox.catalog.models;

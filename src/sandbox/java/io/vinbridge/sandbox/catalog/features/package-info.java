/** Features of a style: standard equipment, options, specifications, and the phrases and figures that fill them. */
package io.vinbridge.sandbox.catalog.features;

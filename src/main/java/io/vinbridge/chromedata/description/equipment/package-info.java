/**
 * Equipment of a description: what is standard, generic, optional and specified, each with its category and its reason.
 */
package io.vinbridge.chromedata.description.equipment;

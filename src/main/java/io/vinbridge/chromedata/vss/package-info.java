/**
 * The Vehicle Selector Service (REST): the catalogue of years, makes, models and styles, and a style's details, without
 * a VIN.
 */
package io.vinbridge.chromedata.vss;

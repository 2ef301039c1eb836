/**
 * Colour matching: finds which of a style's colours a caller means, by code, by the maker's, the everyday or the French
 * name, with typing errors, as free text, or as a screen shows it.
 */
package io.vinbridge.gallery.colors;

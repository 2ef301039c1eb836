/**
 * Which of a style's colours somebody means: by code, by the maker's, the everyday or the French name, with typing errors, as free text,
 * or as what a screen shows.
 */
package io.vinbridge.gallery.colors;

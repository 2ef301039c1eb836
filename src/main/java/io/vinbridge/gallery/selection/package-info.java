/**
 * Selection of pictures: those that a caller's query means, those that are to be copied by the settings, and those that
 * a style lacks. It knows listings and colours, and fetches nothing.
 */
package io.vinbridge.gallery.selection;

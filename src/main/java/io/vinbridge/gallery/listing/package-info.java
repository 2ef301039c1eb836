/**
 * Listings of the Media Gallery: a style's pictures in order and without doubles, as stored, and the names by which
 * pictures are known when their addresses change.
 */
package io.vinbridge.gallery.listing;

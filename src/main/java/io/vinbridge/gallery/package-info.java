/**
 * Photographs: the Media Gallery's listings of a style, in order and without doubles, the choice among them, and the
 * content- addressed copies.
 */
package io.vinbridge.gallery;

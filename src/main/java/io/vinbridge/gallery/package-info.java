/** Photographs: what the Media Gallery lists of a style, in order and without doubles. */
package io.vinbridge.gallery;

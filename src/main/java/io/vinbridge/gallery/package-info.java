/** Photographs: what the Media Gallery lists of a style, in order and without doubles, and which of it somebody wants. */
package io.vinbridge.gallery;

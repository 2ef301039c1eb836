/** The Media Gallery's JSON: a style's pictures and their addresses; and the pictures themselves. */
package io.vinbridge.chromedata.media;

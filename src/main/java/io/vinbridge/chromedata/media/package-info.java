/** The Media Gallery's JSON: which pictures there are of a style, and where they can be fetched; and the pictures themselves. */
package io.vinbridge.chromedata.media;

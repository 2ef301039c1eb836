/** The Media Gallery's JSON: which pictures there are of a style, and where they can be fetched. */
package io.vinbridge.chromedata.media;

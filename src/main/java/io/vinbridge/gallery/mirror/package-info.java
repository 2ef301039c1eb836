/**
 * Copies of pictures: which are wanted, what may be one, what is known of each, and whether all of them are still what
 * they were.
 */
package io.vinbridge.gallery.mirror;

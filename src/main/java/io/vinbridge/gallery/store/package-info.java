/** Content-addressed store of pictures' bytes, each under its SHA-256: in a folder, or in an S3-compatible bucket. */
package io.vinbridge.gallery.store;

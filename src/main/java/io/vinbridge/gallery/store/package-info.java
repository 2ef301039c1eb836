/** Where pictures' bytes are kept, each under the SHA-256 of its bytes: in a folder, or in an S3-compatible store. */
package io.vinbridge.gallery.store;

package io.vinbridge.chromedata.media;

/**
 * Response of a picture's address, of any content.
 *
 * @param bytes null where it is as it was
 */
public record FetchedPicture(byte[] bytes, String etag, String lastModified) {}

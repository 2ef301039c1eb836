package io.vinbridge.chromedata.media;

/**
 * What came from a picture's address, whatever it is.
 *
 * @param bytes null where it is as it was
 */
public record FetchedPicture(byte[] bytes, String etag, String lastModified) {}

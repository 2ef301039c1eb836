package io.vinbridge.chromedata.media;

/**
 * Asks for a picture.
 *
 * @param address as the newest listing has it; never to be shown
 * @param etag as it was the last time; null where only the bytes will do
 * @param lastModified the same
 */
public record PictureRequest(String address, String etag, String lastModified) {

    @Override
    public String toString() {
        return "PictureRequest[" + etag + ", " + lastModified + "]";
    }
}

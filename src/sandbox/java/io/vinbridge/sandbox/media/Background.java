package io.vinbridge.sandbox.media;

/** Background behind the vehicle, and the file format that comes with it (ChromeData on the wire, 2.3). */
enum Background {
    WHITE("White", "jpg", "image/jpeg"),
    TRANSPARENT("Transparent", "png", "image/png");

    private final String description;
    private final String extension;
    private final String contentType;

    Background(String description, String extension, String contentType) {
        this.description = description;
        this.extension = extension;
        this.contentType = contentType;
    }

    static Background ofExtension(String extension) {
        return extension.equals(WHITE.extension) ? WHITE : TRANSPARENT;
    }

    String description() {
        return description;
    }

    String extension() {
        return extension;
    }

    String contentType() {
        return contentType;
    }
}

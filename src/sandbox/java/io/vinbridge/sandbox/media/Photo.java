package io.vinbridge.sandbox.media;

import io.vinbridge.sandbox.catalog.Paint;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A photograph as a gallery lists it; a plain view has no paints, only a two-tone has two. */
public record Photo(PictureFile file, Paint primary, Paint secondary) {

    public String fileName() {
        return file.name();
    }

    /** The attributes that it has but for its address, in their order; ADS and the Media Gallery give the same. */
    public Map<String, String> attributes() {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("width", String.valueOf(file.width()));
        attributes.put("height", String.valueOf(file.height()));
        attributes.put("shotCode", file.shot().code());
        attributes.put("backgroundDescription", file.background().description());
        paint("primary", primary, attributes);
        paint("secondary", secondary, attributes);
        return attributes;
    }

    /** The color, if it was taken in one. */
    public Optional<Paint> color() {
        return Optional.ofNullable(primary);
    }

    private static void paint(String which, Paint paint, Map<String, String> attributes) {
        if (paint != null) {
            attributes.put(which + "ColorOptionCode", paint.code());
            attributes.put(which + "RGBHexCode", paint.rgb());
        }
    }
}

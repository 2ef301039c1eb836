package io.vinbridge.gallery.colors;

import io.vinbridge.chromedata.description.Color;
import io.vinbridge.chromedata.description.Description;
import io.vinbridge.gallery.listing.Picture;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The colours that a style comes in, from its description and from the pictures of it. */
public final class KnownColors {

    private KnownColors() {}

    /**
     * By code; what a description says goes before what pictures show. {@code description} is null where there is none.
     */
    public static List<PaintColor> of(int styleId, Description description, List<Picture> pictures) {
        Map<String, PaintColor> colors = new LinkedHashMap<>();
        if (description != null) {
            description.exteriorColors().stream()
                    .filter(color -> color.code() != null && isOf(color, styleId))
                    .forEach(color -> colors.putIfAbsent(color.code(), paint(color)));
        }
        for (Picture picture : pictures) {
            pictured(colors, picture.color(), picture.rgb());
            pictured(colors, picture.secondaryColor(), picture.secondaryRgb());
        }
        return List.copyOf(colors.values());
    }

    /**
     * The code of the colour that the factory says it built the vehicle in, as cards have it; empty where it names
     * several. {@code description} is null where there is none.
     */
    public static Optional<String> built(int styleId, Description description) {
        List<Color> built = description == null
                ? List.of()
                : description.exteriorColors().stream()
                        .filter(color -> isOf(color, styleId))
                        .filter(color ->
                                color.installed() != null && color.installed().built())
                        .toList();
        return built.size() == 1 ? Optional.ofNullable(built.get(0).code()) : Optional.empty();
    }

    private static boolean isOf(Color color, int styleId) {
        return color.styleIds() == null
                || color.styleIds().isEmpty()
                || color.styleIds().contains(styleId);
    }

    private static void pictured(Map<String, PaintColor> colors, String code, String rgb) {
        if (code != null) {
            colors.putIfAbsent(code, new PaintColor(code, null, rgb, List.of()));
        }
    }

    private static PaintColor paint(Color color) {
        List<String> generic = color.generic() == null
                ? List.of()
                : color.generic().stream().map(Color.GenericColor::name).toList();
        return new PaintColor(color.code(), color.name(), color.rgb(), generic);
    }
}

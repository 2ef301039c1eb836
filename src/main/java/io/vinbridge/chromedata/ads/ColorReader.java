package io.vinbridge.chromedata.ads;

import static io.vinbridge.chromedata.ads.ElementList.add;
import static io.vinbridge.chromedata.ads.ElementList.sorted;

import io.vinbridge.chromedata.description.Color;
import io.vinbridge.chromedata.description.values.InstallationCause;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code exteriorColor}, {@code interiorColor} and {@code genericColor} elements. */
final class ColorReader {

    private InstallationCause installed;
    private final List<Color.GenericColor> generic = new ArrayList<>(1);
    private final List<Integer> styleIds = new ArrayList<>(4);

    private ColorReader() {}

    static Color read(XmlCursor xml) {
        return new ColorReader().color(xml);
    }

    private Color color(XmlCursor xml) {
        String code = xml.attribute("colorCode");
        String name = xml.attribute("colorName");
        String rgb = xml.attribute("rgbValue");
        xml.children(child -> {
            switch (child) {
                case "genericColor" -> generic.add(generic(xml));
                case "styleId" -> add(styleIds, XmlNumber.whole(xml.text()));
                case "installed" -> installed = CommonElements.cause(xml);
                default -> {}
            }
        });
        return new Color(code, name, rgb, generic, sorted(styleIds), installed);
    }

    static Color.GenericColor generic(XmlCursor xml) {
        String name = xml.attribute("name");
        Boolean primary = xml.flag("primary");
        List<InstallationCause> causes = new ArrayList<>(1);
        xml.children(child -> {
            if ("installed".equals(child)) {
                causes.add(CommonElements.cause(xml));
            }
        });
        return new Color.GenericColor(name, primary, causes.isEmpty() ? null : causes.get(0));
    }
}

package io.vinbridge.gallery.colors;

import java.util.List;

/**
 * A colour that a style comes in; all but the code may be missing.
 *
 * @param code the vendor's option code
 * @param name the maker's name, such as {@code Oxford White}
 * @param rgb six hexadecimal digits
 * @param generic everyday names, such as {@code White}
 */
public record PaintColor(String code, String name, String rgb, List<String> generic) {}

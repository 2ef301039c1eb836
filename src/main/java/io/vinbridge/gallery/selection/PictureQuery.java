package io.vinbridge.gallery.selection;

import io.vinbridge.gallery.colors.ColorMatch;

/**
 * Query for pictures; each part may be null.
 *
 * @param shot only this shot
 * @param background this one where a shot has it
 * @param width in this size, else the next larger, else the next smaller
 * @param color in this colour, and in no other; where {@code inColor} is set and this is null, the colour is not known
 * @param inColor whether a colour is asked for at all
 */
public record PictureQuery(String shot, String background, Integer width, ColorMatch color, boolean inColor) {

    /** All there are. */
    public static final PictureQuery ALL = new PictureQuery(null, null, null, null, false);
}

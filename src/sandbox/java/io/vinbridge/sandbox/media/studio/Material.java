package io.vinbridge.sandbox.media.studio;

/** Material of a part of a car: its colour, and how it takes light. {@code BODY} and {@code ROOF} are painted later. */
enum Material {
    BODY(-1, .34, .72, 1),
    ROOF(-1, .34, .72, 1),
    SEAM(0x101113, .5, .1, 0),
    GLASS(0x0C1218, .6, .3, .62),
    TIRE(0x18191B, .6, .5, .02),
    RIM(0xB4B9BF, .5, .55, .2),
    TRIM(0x24272B, .6, .6, .12),
    HEADLIGHT(0xE8EEF4, .75, .3, .5),
    TAILLIGHT(0xA3121C, .7, .5, .4),
    PLATE(0xE4E6E8, .6, .4, 0);

    final int rgb;
    final double shadow;
    final double lit;
    final double gloss;

    Material(int rgb, double shadow, double lit, double gloss) {
        this.rgb = rgb;
        this.shadow = shadow;
        this.lit = lit;
        this.gloss = gloss;
    }
}

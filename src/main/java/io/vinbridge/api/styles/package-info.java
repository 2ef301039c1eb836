/** Operations on styles and on the catalogue's lists. They find what they serve through {@code refresh}. */
package io.vinbridge.api.styles;

/** Lists of the catalogue (model years, divisions, models, styles) and data builds, as last fetched. */
@NullMarked
package io.vinbridge.vehicles.catalog;

import org.jspecify.annotations.NullMarked;

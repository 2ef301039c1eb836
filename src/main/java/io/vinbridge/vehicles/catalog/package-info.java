/** Lists of the catalogue (model years, divisions, models, styles) and data builds, as last fetched. */
package io.vinbridge.vehicles.catalog;

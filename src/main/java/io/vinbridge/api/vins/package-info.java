/** Operations of the free decode: VINs by NHTSA's patterns, and editions of them. */
package io.vinbridge.api.vins;

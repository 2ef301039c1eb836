/** Operations of the comparison of ADS with CVD. */
package io.vinbridge.api.comparisons;

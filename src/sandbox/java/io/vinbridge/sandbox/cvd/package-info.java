/**
 * CVD and VSS over REST, for the same vehicles as ADS: signed strictly by either scheme, answered by profile, odd by
 * dial.
 */
package io.vinbridge.sandbox.cvd;

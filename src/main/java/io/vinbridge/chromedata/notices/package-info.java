/**
 * Parts of a description that CVD alone tells: recalls, ratings of safety, benefits, and the factory's record of a
 * vehicle.
 */
package io.vinbridge.chromedata.notices;

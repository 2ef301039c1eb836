/**
 * A vehicle description in Vinbridge's own words: what an ADS answer says, without the vendor's wire types, and without
 * anything that belongs to one VIN or to one fetch. Its JSON form is what the API serves, so a change of name here is a
 * change of contract.
 */
package io.vinbridge.chromedata.description;

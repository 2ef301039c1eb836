/** Lists of vehicles with filters and keyset pagination. */
package io.vinbridge.vehicles.lists;

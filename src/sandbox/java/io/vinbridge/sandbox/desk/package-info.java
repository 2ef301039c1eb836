/**
 * Desk at which every call to a service arrives: it is read, noted in the ledger, troubled as the dials say, and
 * answered.
 */
package io.vinbridge.sandbox.desk;

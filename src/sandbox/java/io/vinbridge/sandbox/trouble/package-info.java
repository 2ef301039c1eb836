/**
 * Faults that a service is asked to have: dials that are drawn for every call, and answers scripted for the next ones.
 */
package io.vinbridge.sandbox.trouble;

/**
 * Flow that asks the other service too, for a share of fetches and within a budget of its own, and compares both
 * answers.
 */
package io.vinbridge.refresh.comparison;

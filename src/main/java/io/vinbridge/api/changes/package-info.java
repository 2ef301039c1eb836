/**
 * Operations on changes and events: the change feed, its webhooks, and the intake of events by HTTP. It reads requests
 * and writes answers; feed, inbox and deliveries belong to the rooms of their names.
 */
package io.vinbridge.api.changes;

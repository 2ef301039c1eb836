/** What is done about events, once they are stored: routes in YAML say what, for each kind; here it is done, many at once. */
package io.vinbridge.events.processing;

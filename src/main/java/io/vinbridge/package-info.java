/**
 * The application. Each direct sub-package is a room; a room may know only the rooms before it in this order: failures, work,
 * changes, chromedata, vehicles, gallery, refresh, events, api, ops.
 */
package io.vinbridge;

/** Revisions of the operator's routes in the database, and which of them each node runs. */
package io.vinbridge.ops.routes.revisions;

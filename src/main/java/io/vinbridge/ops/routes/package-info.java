/**
 * The operator's routes: files in a folder, revisions in the database, which is the truth for all nodes. What is asked
 * for is checked, tried where it can do no harm, and only then put in the place of what runs; what fails leaves
 * everything as it was.
 */
package io.vinbridge.ops.routes;

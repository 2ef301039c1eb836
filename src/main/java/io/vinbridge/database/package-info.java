/**
 * What is done while the database does not answer: how long anybody waits for it, and how soon that is not waited for any more; and how
 * many rows are given to one statement.
 */
package io.vinbridge.database;

/** What can go wrong with a service and is asked to: dials that are drawn for every call, and answers scripted for the next ones. */
package io.vinbridge.sandbox.trouble;

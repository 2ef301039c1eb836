/** Content codings of bodies and answers: gzip, both ways. */
package io.vinbridge.api.http.coding;

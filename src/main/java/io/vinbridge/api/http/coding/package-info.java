/** Content codings of bodies and answers: gzip, both ways. */
@NullMarked
package io.vinbridge.api.http.coding;

import org.jspecify.annotations.NullMarked;

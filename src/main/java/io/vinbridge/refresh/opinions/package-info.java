/** Work that keeps second opinions and stand-ins up with vehicles, editions of NHTSA's data and settings. */
package io.vinbridge.refresh.opinions;

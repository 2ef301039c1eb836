package io.vinbridge.chromedata;

import io.vinbridge.chromedata.description.Warning;
import io.vinbridge.failures.Failure;
import java.util.List;

/**
 * What a service said, when it said something. Everything else is a {@link Failure}, which comes in its place: refused, malformed or
 * unavailable.
 *
 * @param <T> what was asked for
 */
public sealed interface Answer<T> {

    /**
     * The data asked for; with warnings it is no less an answer.
     *
     * @param received the answer's bytes as they came, gzip; empty where they are not kept
     */
    record Given<T>(T data, List<Warning> warnings, byte[] received) implements Answer<T> {}

    /** The service works and does not have it. {@code code} is its own word, such as {@code VinNotCarriedByChrome}. */
    record NotCarried<T>(String code, String text) implements Answer<T> {}
}

package io.vinbridge.chromedata;

import io.vinbridge.chromedata.description.Warning;
import io.vinbridge.failures.Failure;
import java.util.List;

/**
 * Answer of a service that understood the question. Everything else is a {@link Failure}, which comes in its place:
 * refused, malformed or unavailable.
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

    /**
     * The service works and does not have it; the reasons are its own codes, such as {@code VinNotCarriedByChrome}, and
     * texts.
     */
    record NotCarried<T>(List<Warning> reasons) implements Answer<T> {

        public NotCarried(String code, String text) {
            this(List.of(new Warning(code, text)));
        }

        /**
         * Whether what is wrong is wrong with the asked VIN alone, such as a typing error, and says nothing about
         * others of its pattern.
         */
        public boolean ofOneVin() {
            return reasons.stream().anyMatch(reason -> reason.code().startsWith(Warning.ABOUT_THE_VIN));
        }
    }
}

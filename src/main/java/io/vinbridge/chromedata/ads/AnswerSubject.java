package io.vinbridge.chromedata.ads;

import java.util.Objects;
import java.util.function.Predicate;

/**
 * Subject of an answer, held against what was asked: a description of another vehicle would be stored under this one's
 * key, and served to all that share it.
 */
final class AnswerSubject {

    private AnswerSubject() {}

    /**
     * Passes an answer that is about what was asked, as far as it says so.
     *
     * @throws UnreadableAnswer if it names another VIN, another style or another model year, or not the style that was
     *     asked for
     */
    static void check(AdsOperation question, DescriptionReader answer) {
        if (question instanceof AdsOperation.DescribeVin asked) {
            answer.vins()
                    .filter(Predicate.not(asked.vin()::equalsIgnoreCase))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new UnreadableAnswer("the answer is about another VIN", null);
                    });
        }
        if (question instanceof AdsOperation.DescribeStyle asked) {
            answer.styleIds()
                    .filter(id -> !Objects.equals(id, asked.styleId()))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new UnreadableAnswer("the answer is about another style", null);
                    });
            if (answer.describes() && answer.styleIds().findFirst().isEmpty()) {
                throw new UnreadableAnswer("the answer does not hold the style", null);
            }
        }
        if (question instanceof AdsOperation.DescribeModel asked) {
            answer.modelYears()
                    .filter(year -> year != asked.modelYear())
                    .findFirst()
                    .ifPresent(other -> {
                        throw new UnreadableAnswer("the answer is about another model year", null);
                    });
        }
    }
}

package io.vinbridge.api.vins;

import io.vinbridge.vehicles.InvalidVin;
import io.vinbridge.vehicles.WrittenVin;
import io.vinbridge.vpic.AnsweredVin;
import io.vinbridge.vpic.FreeDecode;
import java.util.ArrayList;
import java.util.List;

/**
 * Answer to one text that somebody asked with.
 *
 * @param written how it was read; null where it is nothing that could be decoded
 * @param refusal why it could not be read; null where it was
 * @param answered what it is; null where it could not be read
 */
record VinAnswer(String asked, WrittenVin written, String refusal, AnsweredVin answered) {

    /** Answers to all, in the order asked; those that can be read are decoded together. */
    static List<VinAnswer> of(List<String> asked, Integer modelYear, FreeDecode decode) {
        List<VinAnswer> answers = new ArrayList<>(asked.size());
        asked.forEach(text -> answers.add(read(text)));
        List<AnsweredVin> answered = decode.answer(
                answers.stream()
                        .filter(one -> one.written != null)
                        .map(one -> one.written.text())
                        .toList(),
                modelYear);
        int next = 0;
        for (int i = 0; i < answers.size(); i++) {
            VinAnswer one = answers.get(i);
            if (one.written != null) {
                answers.set(i, new VinAnswer(one.asked, one.written, null, answered.get(next++)));
            }
        }
        return answers;
    }

    private static VinAnswer read(String text) {
        try {
            return new VinAnswer(text, WrittenVin.readPart(text), null, null);
        } catch (InvalidVin none) {
            return new VinAnswer(text, null, none.getMessage(), null);
        }
    }

    String reason() {
        return answered == null ? refusal : answered.reason();
    }
}

package io.vinbridge.vehicles;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vinbridge.testing.RecordedAnswers;
import io.vinbridge.vehicles.documents.Document;
import io.vinbridge.vehicles.documents.DocumentHash;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.erdtman.jcs.JsonCanonicalizer;

/** Documents are named by their bytes, so that equal ones must have equal bytes (RFC 8785). */
class CanonicalJsonTest {

    @Provide
    Arbitrary<Object> values() {
        return Arbitraries.recursive(
                () -> Arbitraries.oneOf(
                        Arbitraries.strings().ofMaxLength(12).filter(CanonicalJsonTest::whole),
                        Arbitraries.integers(),
                        Arbitraries.bigDecimals()
                                .between(new BigDecimal("-99999.99"), new BigDecimal("99999.99"))
                                .ofScale(2)
                                .map(CanonicalJsonTest::plain),
                        Arbitraries.of(true, false)),
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(4),
                        Arbitraries.maps(Arbitraries.strings().alpha().numeric().ofMaxLength(6), inner)
                                .ofMaxSize(4)),
                0,
                3);
    }

    @Property(tries = 2000)
    void writesWhatTheRfcWrites(@ForAll("values") Object value) throws IOException {
        String members = new ObjectMapper().writeValueAsString(Map.of("value", value));

        assertThat(CanonicalJson.text(Map.of("value", value)))
                .isEqualTo(new JsonCanonicalizer(members).getEncodedString());
    }

    @Example
    void writesControlCharactersAsTheRfcDoes() {
        assertThat(CanonicalJson.text("\u000b\u001f\t\"\\\u007f")).isEqualTo("\"\\u000b\\u001f\\t\\\"\\\\\u007f\"");
    }

    @Property
    void hashesAlikeWhateverTheOrderOfMembers(@ForAll("members") Map<String, Integer> members) {
        List<String> names = new ArrayList<>(members.keySet());
        Collections.reverse(names);
        Map<String, Integer> reversed = new LinkedHashMap<>();
        names.forEach(name -> reversed.put(name, members.get(name)));

        assertThat(hash(reversed)).isEqualTo(hash(members));
    }

    @Provide
    Arbitrary<Map<String, Integer>> members() {
        return Arbitraries.maps(Arbitraries.strings().alpha().ofMaxLength(5), Arbitraries.integers());
    }

    @Example
    void namesTheSameDescriptionAlikeAndAnotherOtherwise() {
        Document document = Document.of(RecordedAnswers.twoStyles());

        assertThat(Document.of(RecordedAnswers.twoStyles()).hash()).isEqualTo(document.hash());
        assertThat(Document.of(document.description()).hash()).isEqualTo(document.hash());
        assertThat(Document.of(RecordedAnswers.twoStyles("msrp=\"45200.0\"", "msrp=\"45200\""))
                        .hash())
                .isEqualTo(document.hash());
        assertThat(Document.of(RecordedAnswers.twoStyles("msrp=\"45200.0\"", "msrp=\"45200.5\""))
                        .hash())
                .isNotEqualTo(document.hash());
    }

    @Example
    void namesADocumentByTheSha256OfItsBytes() {
        assertThat(Document.of("{}".getBytes(UTF_8)).hash())
                .hasToString("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }

    private static DocumentHash hash(Map<String, Integer> members) {
        return Document.of(CanonicalJson.write(members)).hash();
    }

    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /** Half of a surrogate pair is no text, and no JSON has it. */
    private static boolean whole(String text) {
        return UTF_8.newEncoder().canEncode(text);
    }
}

package io.vinbridge.vpic.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A key of vPIC takes what NHTSA's LIKE and regular expressions take. */
class KeyPatternTest {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    AB,         ABCDE|F,  true
                    AB***,      ABCDE|F,  true
                    A*C,        ABCDE|F,  true
                    A_C,        ABCDE|F,  true
                    AC,         ABCDE|F,  false
                    A[BC],      ABCDE|F,  true
                    A[BC]D,     ABCDE|F,  false
                    A[A-D]C,    ABCDE|F,  true
                    A[^B],      ABCDE|F,  false
                    A[^C],      ABCDE|F,  true
                    *****|*P,   ABCDE|FP, true
                    *****|*P,   ABCDE|F,  false
                    *****|*[1-A-JT], ABCDE|FT, true
                    *****|*[1-A-JT], ABCDE|FK, false
                    A[B,        ABCDE|F,  false
                    A[C_],      AB,       false
                    A#,         A1,       false
                    """)
    void takes(String key, String vinKey, boolean taken) {
        assertThat(KeyPattern.of(key).takes(bits(vinKey))).isEqualTo(taken);
    }

    @Test
    void aWildcardInTheVinIsTakenByAWildcardAlone() {
        assertThat(KeyPattern.of("A*").takes(bits("A*"))).isTrue();
        assertThat(KeyPattern.of("AB").takes(bits("A*"))).isFalse();
        assertThat(KeyPattern.of("A[A-Z]").takes(bits("A*"))).isFalse();
    }

    @Test
    void capturesDigitsOnlyWithoutAClass() {
        assertThat(KeyPattern.of("A##").formula()).isTrue();
        assertThat(KeyPattern.of("[AB]##").formula()).isFalse();
    }

    @Test
    void namesTheCharactersThatItAsksFor() {
        KeyPattern key = KeyPattern.of("A*[B-D]#");

        assertThat(KeyAlphabet.text(key.named(0))).isEqualTo("A");
        assertThat(KeyAlphabet.text(key.named(1))).isEmpty();
        assertThat(KeyAlphabet.text(key.named(2))).isEqualTo("BCD");
        assertThat(KeyAlphabet.text(key.named(3))).isEqualTo("0123456789");
        assertThat(key.weight()).isEqualTo(7);
    }

    private static byte[] bits(String text) {
        byte[] bits = new byte[text.length()];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = (byte) KeyAlphabet.bit(text.charAt(i));
        }
        return bits;
    }
}

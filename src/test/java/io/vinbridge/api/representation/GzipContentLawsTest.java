package io.vinbridge.api.representation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/**
 * Laws of gzip bodies joined from parts: any reader of gzip gets the parts one after the other, and the check sum
 * holds.
 */
class GzipContentLawsTest {

    @Property(tries = 500)
    void joinedPartsAreReadAsOneText(
            @ForAll @Size(max = 6000) byte[] own, @ForAll @IntRange(min = 1, max = 200_000) int size, @ForAll long seed)
            throws IOException {
        byte[] document = text(size, seed);
        GzipContent joined = new GzipContent(DeflatedBlock.cheap(own), DeflatedBlock.thorough(document, 1));
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        joined.writeTo(sent);

        assertThat(sent.size()).isEqualTo((int) joined.length());
        ByteArrayOutputStream both = new ByteArrayOutputStream();
        both.write(own);
        both.write(document, 1, document.length - 1);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(sent.toByteArray())).readAllBytes())
                .isEqualTo(both.toByteArray());
    }

    @Property
    void checkSumOfTwoTextsComesFromTheirOwn(@ForAll byte[] first, @ForAll byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);

        assertThat(Crc32Join.join(crc(first), crc(second), second.length)).isEqualTo(crc(both));
    }

    @Property(tries = 20)
    void partsOfAnySizeAreReadAsOneText(@ForAll @IntRange(min = 0, max = 400_000) int size, @ForAll long seed)
            throws IOException {
        byte[] noise = new byte[size];
        new Random(seed).nextBytes(noise);
        ByteArrayOutputStream sent = new ByteArrayOutputStream();
        new GzipContent(DeflatedBlock.cheap(noise), DeflatedBlock.cheap(noise), DeflatedBlock.cheap(new byte[0]))
                .writeTo(sent);

        byte[] read = new GZIPInputStream(new ByteArrayInputStream(sent.toByteArray())).readAllBytes();
        assertThat(read).hasSize(2 * size);
        assertThat(Arrays.copyOf(read, size)).isEqualTo(noise);
    }

    private static byte[] text(int size, long seed) {
        Random random = new Random(seed);
        byte[] text = new byte[size];
        for (int i = 0; i < size; i++) {
            text[i] = (byte) "{\"name\":12,trim}".charAt(random.nextInt(16));
        }
        return text;
    }

    private static int crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }
}

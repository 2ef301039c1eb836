package io.vinbridge.gallery.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureDecoderTest {

    @ParameterizedTest
    @CsvSource({"png, 1", "png, 5", "png, 6", "jpeg, 1", "jpeg, 5"})
    void keepsOnlyAsManyPixelsAsThereIsRoomFor(String format, int type) throws IOException {
        BufferedImage large = new BufferedImage(1200, 800, type);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(large, format, bytes);
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes.toByteArray())), true, true);

        BufferedImage decoded = new PictureDecoder(200_000).read(reader);

        assertThat(decoded.getWidth() * decoded.getHeight() * 3).isBetween(60_000, 200_000);
    }

    @ParameterizedTest
    @CsvSource({"png, 5000, 4999", "jpeg, 5000, 4999", "png, 20000, 1200", "jpeg, 1200, 20000"})
    void checksAPictureWithoutKeepingMuchOfIt(String format, int width, int height) throws IOException {
        BufferedImage large = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(large, format, bytes);
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes.toByteArray())), true, true);
        PictureDecoder decoder = new PictureDecoder(138L * 1024 * 1024 / 12);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        decoder.check(reader);

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(8_000_000);
    }

    @ParameterizedTest
    @CsvSource({"100, 100, 3, 1", "5000, 4999, 4, 3", "5000, 4999, 3, 3", "2100, 1575, 3, 1", "25000000, 1, 4, 9"})
    void readsEachPixelWhereThereIsRoom(int width, int height, int bytesPerPixel, int step) {
        assertThat(new PictureDecoder(138L * 1024 * 1024 / 12).step(width, height, bytesPerPixel))
                .isEqualTo(step);
    }
}

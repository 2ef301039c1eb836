package io.vinbridge.gallery.mirror;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.vinbridge.failures.Failure;
import io.vinbridge.gallery.mirror.Images.Kept;
import io.vinbridge.gallery.store.ImageHash;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import net.coobird.thumbnailator.Thumbnails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Renditions: images in other sizes and types, made when first requested (read-through), and kept. */
@Component
public class Renditions {

    private static final String JPEG = "image/jpeg";
    private static final String WEBP = "image/webp";

    private final JdbcClient jdbc;
    private final Images images;
    private final ImageValidator inspection;
    private final PictureDecoder decoder;
    private final LoadingCache<Wanted, ImageHash> known =
            Caffeine.newBuilder().maximumSize(100_000).build(this::findOrMake);

    Renditions(JdbcClient jdbc, Images images, ImageValidator inspection, PictureDecoder decoder) {
        this.jdbc = jdbc;
        this.images = images;
        this.inspection = inspection;
        this.decoder = decoder;
    }

    private record Wanted(ImageHash original, int width, String type) {}

    /** The image in a width and type; never larger than it is. Null asks for neither: the width or type it has. */
    public Kept get(ImageHash original, Integer width, String type) {
        if (width == null && type == null) {
            return images.get(original);
        }
        Image image = images.get(original).image();
        int wantedWidth = width == null ? image.width() : Math.min(width, image.width());
        String wantedType = type == null ? ownType(image, wantedWidth) : type;
        if (wantedWidth == image.width() && wantedType.equals(image.type())) {
            return images.get(original);
        }
        return kept(new Wanted(original, wantedWidth, wantedType));
    }

    /** Another size of a WebP is a PNG, which keeps what is transparent: there is nothing here that writes WebP. */
    private static String ownType(Image image, int width) {
        return image.type().equals(WEBP) && width < image.width() ? "image/png" : image.type();
    }

    /** One that is damaged is made again at once: it is not fetched but made. */
    private Kept kept(Wanted wanted) {
        try {
            return images.get(known.get(wanted));
        } catch (Failure damaged) {
            known.invalidate(wanted);
            return images.get(known.get(wanted));
        }
    }

    private ImageHash findOrMake(Wanted wanted) {
        return find(wanted).orElseGet(() -> make(wanted));
    }

    private Optional<ImageHash> find(Wanted wanted) {
        return jdbc
                .sql("""
                        SELECT r.hash FROM renditions r JOIN images i ON i.hash = r.hash
                        WHERE r.original = :original AND r.width = :width AND r.type = :type AND NOT i.broken
                        """)
                .param("original", wanted.original().bytes())
                .param("width", wanted.width())
                .param("type", wanted.type())
                .query((row, number) -> ImageHash.stored(row.getBytes("hash")))
                .list()
                .stream()
                .findFirst();
    }

    private ImageHash make(Wanted wanted) {
        try {
            return decoder.alone(() -> madeAlone(wanted));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ImageHash madeAlone(Wanted wanted) throws IOException {
        byte[] bytes = resized(images.get(wanted.original()), wanted);
        Image image = inspection.inspect(bytes);
        images.keep(image, bytes);
        images.record(image);
        jdbc.sql("""
                    INSERT INTO renditions (original, width, type, hash) VALUES (:original, :width, :type, :hash)
                    ON CONFLICT (original, width, type) DO UPDATE SET hash = excluded.hash
                    """)
                .param("original", wanted.original().bytes())
                .param("width", wanted.width())
                .param("type", wanted.type())
                .param("hash", image.hash().bytes())
                .update();
        return image.hash();
    }

    /** No wider than what could be decoded of it: pixels that are not there are not made up. */
    private byte[] resized(Kept original, Wanted wanted) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        boolean jpeg = wanted.type().equals(JPEG);
        BufferedImage decoded = inspection.decoded(original.bytes());
        Thumbnails.of(decoded)
                .width(Math.min(wanted.width(), decoded.getWidth()))
                .outputFormat(wanted.type().substring("image/".length()))
                .addFilter(jpeg ? Renditions::onWhite : image -> image)
                .toOutputStream(out);
        return out.toByteArray();
    }

    /** A JPEG cannot be transparent; what was would come out black. */
    private static BufferedImage onWhite(BufferedImage image) {
        BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = opaque.createGraphics();
        graphics.drawImage(image, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return opaque;
    }
}

package io.vinbridge.api.pictures;

import io.vinbridge.failures.Failure;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Pictures that may be fetched without a key: all of them, or those whose address is signed. */
@Component
public class OpenPictures {

    private static final Pattern PICTURE = Pattern.compile("/api/v1/media/([0-9a-f]{64})");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    private final MediaSettings settings;
    private final PictureSignature signature;

    OpenPictures(MediaSettings settings, PictureSignature signature) {
        this.settings = settings;
        this.signature = signature;
    }

    /**
     * True if a request of somebody unknown may fetch what is at a path.
     *
     * @param path as the container maps it, decoded
     * @throws Failure if nobody can say, because the database does not answer
     */
    public boolean contain(String path, HttpServletRequest request) {
        Matcher picture = PICTURE.matcher(path);
        return picture.matches() && (settings.open() || signed(picture.group(1), request));
    }

    private boolean signed(String hash, HttpServletRequest request) {
        String until = request.getParameter(PictureAddresses.UNTIL);
        String given = request.getParameter(PictureAddresses.SIGNATURE);
        return until != null
                && given != null
                && SECONDS.matcher(until).matches()
                && Long.parseLong(until) > Instant.now().getEpochSecond()
                && signature.holds(hash, Long.parseLong(until), given);
    }
}

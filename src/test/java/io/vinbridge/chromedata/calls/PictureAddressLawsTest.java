package io.vinbridge.chromedata.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.vinbridge.chromedata.Configured;
import io.vinbridge.chromedata.UnusableAddress;
import io.vinbridge.chromedata.media.PictureRequest;
import io.vinbridge.failures.Failure;
import java.net.URI;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever stands in a listing as an address is called as browsers would, or is a failure that does not repeat it. */
class PictureAddressLawsTest {

    private static final String HOST = Configured.account().mediaUrl().getHost();
    private static final PictureCall CALL = new PictureCall(Configured.account(), Configured.settings(Map.of()), null);

    @Property(tries = 2_000)
    void isCalledOrRefusedWithoutBeingTold(@ForAll String text) {
        for (String address : new String[] {text, "https://" + HOST + "/MediaGallery/media/tok/" + text}) {
            Throwable thrown = catchThrowable(() -> {
                String path = CALL.path(new PictureRequest(address, null, null));
                assertThat(URI.create("https://" + HOST + path).getHost()).isEqualTo(HOST);
            });

            assertThat(thrown == null || thrown instanceof UnusableAddress)
                    .as(address)
                    .isTrue();
            if (thrown != null && text.length() > 3) {
                assertThat(thrown.getMessage()).doesNotContain(address);
            }
        }
    }

    @Example
    void encodesWhatMayNotStandInAnAddressAndOnlyThat() {
        assertThat(path("/a/front view.jpg")).isEqualTo("/a/front%20view.jpg");
        assertThat(path("/a/01|signed.jpg?sig=a|b%2Fc")).isEqualTo("/a/01%7Csigned.jpg?sig=a%7Cb%2Fc");
        assertThat(path("/a/Citroën.jpg")).isEqualTo("/a/Citro%C3%ABn.jpg");
        assertThat(path("/a/100%.jpg")).isEqualTo("/a/100%25.jpg");
        assertThat(path("/a/[1]{2}\\^`.jpg")).isEqualTo("/a/%5B1%5D%7B2%7D%5C%5E%60.jpg");
        assertThat(path("/a/b%20c~d.jpg?x=1&y=%7C")).isEqualTo("/a/b%20c~d.jpg?x=1&y=%7C");
    }

    @Example
    void callsNoOtherHost() {
        for (String other : new String[] {
            "http://169.254.169.254/x", "//elsewhere.example/x", "https://" + HOST + "@elsewhere.example/x"
        }) {
            assertThat(catchThrowable(() -> CALL.path(new PictureRequest(other, null, null))))
                    .isInstanceOf(Failure.class);
        }
    }

    private static String path(String path) {
        return CALL.path(new PictureRequest("https://" + HOST + path, null, null));
    }
}

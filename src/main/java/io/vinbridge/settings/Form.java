package io.vinbridge.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Form of a setting that is a text, an address or a path; of a list, of each in it. */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Form {

    /** An address of the web, without a name and a password in it. */
    String WEB = "(?i)https?://[^\\s/?#@%]+([/?#]\\S*)?";

    /** What {@link #WEB} is, in words. */
    String WEB_WORDS = "an address such as https://example.com";

    /** Regular expression that the whole text matches, unless it is empty. */
    String value();

    /** The form in words, such as {@code two capital letters, such as US}. */
    String words();
}

package io.vinbridge.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Least and most of a setting, both included, as an operator writes them: {@code 1s}, {@code 64MB}, {@code 15}; of a
 * list, of each in it.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Bounds {

    /** The least. */
    String least();

    /** The most. */
    String most();
}

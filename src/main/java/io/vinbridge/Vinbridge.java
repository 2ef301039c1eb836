package io.vinbridge;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Vinbridge: a company's own copy of ChromeData's vehicle descriptions and photographs, kept fresh and served. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Vinbridge {

    public static void main(String[] args) {
        SpringApplication.run(Vinbridge.class, args);
    }
}

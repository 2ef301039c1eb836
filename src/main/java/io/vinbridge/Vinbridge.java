package io.vinbridge;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Vinbridge: a company's own copy of ChromeData's vehicle descriptions and photographs, kept fresh and served. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Vinbridge {

    public static void main(String[] args) {
        giveTheCommonPoolThreads();
        SpringApplication.run(Vinbridge.class, args);
    }

    /** On one or two processors the JDK has no common pool to speak of, and its HTTP client starts a thread for every step instead. */
    private static void giveTheCommonPoolThreads() {
        String parallelism = "java.util.concurrent.ForkJoinPool.common.parallelism";
        if (System.getProperty(parallelism) == null && Runtime.getRuntime().availableProcessors() <= 2) {
            System.setProperty(parallelism, "2");
        }
    }
}

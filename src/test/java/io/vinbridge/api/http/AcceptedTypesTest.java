package io.vinbridge.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of the forms that there are a caller would rather have, by its Accept. */
class AcceptedTypesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                                                            | application/json
            */*                                             | application/json
            text/html, application/xml;q=0.9, */*;q=0.8     | application/json
            text/csv                                        | text/csv
            TEXT/CSV; charset=utf-8                         | text/csv
            text/*                                          | text/csv
            text/csv;q=0                                    | application/json
            text/csv;q=0, application/x-ndjson              | application/x-ndjson
            text/csv;q=0, */*                               | application/json
            text/csv, */*                                   | text/csv
            text/csv;q=0.5, */*                             | application/json
            text/csv;q=0.5, application/json;q=0.4          | text/csv
            application/json, text/csv;q=0.9                | application/json
            application/json, text/csv                      | application/json
            text/csv, application/json                      | text/csv
            application/json;q=0.1, text/csv;q=0.2, application/x-ndjson;q=0.3 | application/x-ndjson
            application/*                                   | application/json
            application/json;q=0, */*;q=0.1                 | text/csv
            image/png                                       | application/json
            text/csvish                                     | application/json
            text/csv;q=much                                 | application/json
            no type                                         | application/json
            """)
    void isTheBestByItsQuality(String accept, String preferred) {
        assertThat(AcceptedTypes.of(accept).preferred("application/json", "text/csv", "application/x-ndjson"))
                .isEqualTo(preferred);
    }

    @ParameterizedTest
    @CsvSource({"60, text/csv", "6000, text/csv"})
    void isFoundAmongHoweverMany(int types, String preferred) {
        assertThat(AcceptedTypes.of("image/png, ".repeat(types) + "text/csv").preferred("application/json", "text/csv"))
                .isEqualTo(preferred);
    }
}

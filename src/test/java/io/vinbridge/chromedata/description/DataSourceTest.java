package io.vinbridge.chromedata.description;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class DataSourceTest {

    @ParameterizedTest
    @CsvSource({"Build, true", "Engineered, true", "Catalog, false", "Sparse, false"})
    void knowsItsWordAndWhetherItSpeaksOfOneVinAlone(String word, boolean ofOneVin) {
        DataSource source = DataSource.named(word).orElseThrow();

        assertThat(source.word()).isEqualTo(word);
        assertThat(source.belongsToOneVin()).isEqualTo(ofOneVin);
    }

    @Test
    void isKnownInAnyCase() {
        assertThat(DataSource.named("BUILD")).contains(DataSource.BUILD);
        assertThat(DataSource.named("sparse")).contains(DataSource.SPARSE);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"Guessed", "Build "})
    void isNoneWhereTheWordIsUnknown(String word) {
        assertThat(DataSource.named(word)).isEmpty();
    }
}

package io.vinbridge.vehicles.documents;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.vinbridge.changes.FieldChange;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a change says has changed. */
class DocumentDifferencesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'a':1}                                | {'a':2}                                | a               | 1    | 2",
                "{'a':1}                                | {}                                     | a               | 1    |",
                "{}                                     | {'a':'x'}                              | a               |      | x",
                "{'s':[{'id':7,'price':{'msrp':1.5}}]}  | {'s':[{'id':7,'price':{'msrp':2.5}}]}  | s[7].price.msrp | 1.5  | 2.5",
                "{'o':[{'oemCode':'PQ','n':1}]}         | {'o':[{'oemCode':'PQ','n':2}]}         | o[PQ].n         | 1    | 2",
                "{'a':true}                             | {'a':false}                            | a               | true | false",
            })
    void namesTheFieldAndItsValues(String before, String after, String name, String from, String to) {
        List<FieldChange> changes = between(before, after, 10);

        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).name()).isEqualTo(name);
        assertThat(text(changes.get(0).from())).isEqualTo(from);
        assertThat(text(changes.get(0).to())).isEqualTo(to);
    }

    @Test
    void seesNoChangeWhereNothingDiffers() {
        assertThat(between("{'a':[1,2],'b':{'c':1}}", "{'b':{'c':1},'a':[1,2]}", 10))
                .isEmpty();
    }

    @Test
    void tellsEntriesApartByTheirOwnNumberWhereverTheyStand() {
        List<FieldChange> changes = between(
                "{'s':[{'id':1,'n':'a'},{'id':2,'n':'b'}]}",
                "{'s':[{'id':3,'n':'c'},{'id':1,'n':'a'},{'id':2,'n':'b'}]}",
                10);

        assertThat(changes).extracting(FieldChange::name).containsExactly("s[3]");
    }

    @Test
    void hidesNoEntryBehindAnotherOfTheSameNumber() {
        List<FieldChange> changes =
                between("{'s':[{'id':1,'n':'a'},{'id':1,'n':'b'}]}", "{'s':[{'id':1,'n':'a'},{'id':1,'n':'x'}]}", 10);

        assertThat(changes).extracting(FieldChange::name).containsExactly("s[1#2].n");
    }

    @Test
    void listsNoMoreThanItMayAndSaysThatItIsCut() {
        assertThat(between("{'a':1,'b':1,'c':1}", "{'a':2,'b':2,'c':2}", 2))
                .extracting(FieldChange::name)
                .containsExactly("a", "b", "...");
    }

    private static List<FieldChange> between(String before, String after, int most) {
        return DocumentDifferences.between(document(before), document(after), most);
    }

    private static Document document(String json) {
        return Document.of(json.replace('\'', '"').getBytes(UTF_8));
    }

    private static String text(Object value) {
        return value == null ? null : ((JsonNode) value).asText();
    }
}

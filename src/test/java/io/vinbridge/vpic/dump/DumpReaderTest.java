package io.vinbridge.vpic.dump;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A dump is read for its rows; what else it holds is passed over. */
class DumpReaderTest {

    @Test
    void givesTheRowsOfBlocksByTheNamesOfTheirColumns() throws IOException {
        assertThat(rows("""
                SET transaction_timeout = 0;
                COPY vpic.make (name, "Id") FROM stdin;
                Ford\t1
                \\N\t2
                \\.

                COPY vpic."WMI" (wmi) FROM stdin;
                1FT
                \\.
                """)).containsExactly("make[name, id] Ford|1", "make[name, id] \\N|2", "wmi[wmi] 1FT");
    }

    @Test
    void takesNoTextOfAFunctionForABlock() throws IOException {
        assertThat(rows("""
                CREATE FUNCTION vpic.f() RETURNS integer AS $_$
                COPY vpic.pattern (id) FROM stdin;
                $$ neither does this end it
                $_$;
                CREATE FUNCTION vpic.g() AS $$ begin end $$;
                COPY vpic.make (id) FROM stdin;
                $$
                \\.
                """)).containsExactly("make[id] $$");
    }

    @Test
    void refusesWhatBreaksOff() {
        assertThatThrownBy(() -> rows("COPY vpic.make (id) FROM stdin;\n1\n"))
                .isInstanceOf(UnreadableDump.class)
                .hasMessageContaining("breaks off inside the rows of make");
        assertThatThrownBy(() -> rows("CREATE FUNCTION f() AS $$\nbegin\n"))
                .hasMessageContaining("breaks off inside a function");
    }

    @Test
    void refusesWhatIsNoDump() {
        assertThatThrownBy(() -> rows("<html>Not found</html>")).hasMessageContaining("no plain PostgreSQL dump");
        assertThatThrownBy(() -> rows("COPY vpic.make (id, name) FROM stdin;\n1\n\\.\n"))
                .hasMessageContaining("has 1 fields, not the 2");
        assertThatThrownBy(() -> rows("")).isInstanceOf(UnreadableDump.class);
    }

    private static List<String> rows(String dump) throws IOException {
        List<String> rows = new ArrayList<>();
        new DumpReader(new ByteArrayInputStream(dump.getBytes(StandardCharsets.UTF_8)))
                .read(block -> new DumpReader.RowTaker() {
                    @Override
                    public void row(CopyRow row) {
                        List<String> fields = new ArrayList<>();
                        for (int i = 0; i < row.fields(); i++) {
                            fields.add(new String(
                                    row.line(), row.from(i), row.to(i) - row.from(i), StandardCharsets.UTF_8));
                        }
                        rows.add(block.table() + block.columns() + " " + String.join("|", fields));
                    }

                    @Override
                    public void end() {}
                });
        return rows;
    }
}

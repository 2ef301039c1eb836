package io.vinbridge.ops.routes.check;

import com.schibsted.spt.data.jslt.JsltException;
import io.vinbridge.events.formats.mapping.MappingLanguage;
import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import java.io.StringReader;

/** Judges mappings: they compile, and import nothing. */
final class MappingCheck {

    private MappingCheck() {}

    /**
     * Judges a mapping.
     *
     * @param format whether it belongs to a format, and so must say which messages it takes
     * @throws Failure if it cannot be used
     */
    static void check(String text, boolean format) {
        compile(text, "", text);
        if (format) {
            compile("import \"it\" as it it:takes(.)", "it has no function takes: ", text);
        }
    }

    private static void compile(String program, String what, String imported) {
        try {
            MappingLanguage.parser(new StringReader(program))
                    .withResourceResolver(name -> resolve(name, imported))
                    .compile();
        } catch (JsltException e) {
            throw new Failure(Reason.INVALID_ROUTE, what + e.getMessage());
        }
    }

    private static StringReader resolve(String name, String imported) {
        if (!name.equals("it")) {
            throw new JsltException("a mapping may not import " + name);
        }
        return new StringReader(imported);
    }
}

package io.vinbridge.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command line that a document tells its reader to type.
 *
 * @param place document and first line of the block that it stands in; commands of one place are typed one after
 *     another
 * @param line the command as one would paste it, with its continued lines
 */
record DocumentedCommand(String place, String line) {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```(\\w*)\\n(.*?)^ *```$");
    private static final Pattern CONTINUED = Pattern.compile("(?:[^\\n]*[\\\\|]\\n)*[^\\n]+");
    private static final Pattern COMMENT = Pattern.compile(" +# .*");

    /** In a sentence, a program's name alone is no command: it has arguments. */
    private static final Pattern IN_A_SENTENCE = Pattern.compile(
            "`((?:\\./mvnw|java -jar|docker|kubectl|redis-cli|psql|(?:bin|bench|\\.ci)/[^`\\s]+) [^`]+)`");

    /** All of a document, in its order; those in sentences last, each a place of its own. */
    static List<DocumentedCommand> of(Path document) throws IOException {
        String text = Files.readString(document);
        List<DocumentedCommand> commands = new ArrayList<>();
        for (Matcher block = BLOCK.matcher(text); block.find(); ) {
            if (block.group(1).equals("sh")) {
                CONTINUED
                        .matcher(block.group(2).stripIndent())
                        .results()
                        .map(found ->
                                COMMENT.matcher(found.group()).replaceAll("").strip())
                        .forEach(line -> commands.add(new DocumentedCommand(place(document, text, block), line)));
            }
        }
        Matcher sentence = IN_A_SENTENCE.matcher(text);
        while (sentence.find()) {
            commands.add(new DocumentedCommand(place(document, text, sentence), sentence.group(1)));
        }
        return commands;
    }

    /** Blocks that do not say what they are, by their place: a command in one would be typed by nobody. */
    static List<String> unnamedBlocks(Path document) throws IOException {
        String text = Files.readString(document);
        return BLOCK.matcher(text)
                .results()
                .filter(block -> block.group(1).isEmpty())
                .map(block ->
                        document + " near " + block.group(2).lines().findFirst().orElse(""))
                .toList();
    }

    /** First block of a language. */
    static String block(Path document, String language) throws IOException {
        return BLOCK.matcher(Files.readString(document))
                .results()
                .filter(block -> block.group(1).equals(language))
                .findFirst()
                .orElseThrow()
                .group(2);
    }

    private static String place(Path document, String text, Matcher found) {
        return document + ":" + (text.substring(0, found.start()).lines().count() + 1);
    }
}

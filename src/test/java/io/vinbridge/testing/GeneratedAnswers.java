package io.vinbridge.testing;

import io.vinbridge.sandbox.http.Reply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * Answers of describeVehicle that are generated from the schema of a version of ADS: with everything that it allows, or
 * with a share of what it leaves optional, so that no member depends on what the sandbox happens to say.
 */
public final class GeneratedAnswers {

    private static final int DEEPEST = 2;
    private static final int FIRST_STYLE = 900_001;
    private static final Map<String, String> FIXED = Map.of(
            "responseCode", "Successful",
            "modelYear", "2023",
            "rgbValue", "A1B2C3",
            "primaryRGBHexCode", "A1B2C3",
            "secondaryRGBHexCode", "C3B2A1",
            "url", "http://127.0.0.1:1/picture.jpg",
            "measurementUnit", "in");
    private static final Map<String, String> ENGLISH = Map.of("country", "US", "language", "en");

    /** In French, words of lists are not those of the schema. */
    private static final Map<String, String> FRENCH =
            Map.of("country", "CA", "language", "fr", "drivetrain", "Traction avant", "header", "MÉCANIQUE");

    private final String version;
    private final Map<String, String> local;
    private final Map<String, Element> named = new HashMap<>();

    /** Answers of {@code 7a} or {@code 7c}, to an account of the United States or, in French, of Canada. */
    public GeneratedAnswers(String version, boolean french) {
        this.version = version;
        this.local = french ? FRENCH : ENGLISH;
        try (InputStream schema =
                GeneratedAnswers.class.getResourceAsStream("/sandbox/description-%s.xsd".formatted(version))) {
            Element root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(schema)
                    .getDocumentElement();
            children(root).forEach(child -> named.put(child.getAttribute("name"), child));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException | ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The answer to a VIN.
     *
     * @param styles how many candidates it has
     * @param share of what is optional, from 0 to 1; what may come several times then comes twice
     * @param source the word for where it comes from, which 7a does not tell
     */
    public Reply answer(String vin, int styles, double share, String source, long seed) {
        Writing writing = new Writing(vin, styles, share, source, new Random(seed));
        writing.element("VehicleDescription", named.get("VehicleDescription"), 0);
        return Reply.of(
                200,
                "text/xml;charset=utf-8",
                "<S:Envelope xmlns:S=\"http://schemas.xmlsoap.org/soap/envelope/\"><S:Body>" + writing.xml
                        + "</S:Body></S:Envelope>");
    }

    private static List<Element> children(Node parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** One answer while it is written. */
    private final class Writing {
        private final StringBuilder xml = new StringBuilder();
        private final String vin;
        private final int styles;
        private final double share;
        private final String source;
        private final Random random;
        private int number;
        private int style;
        private int described;

        Writing(String vin, int styles, double share, String source, Random random) {
            this.vin = vin;
            this.styles = styles;
            this.share = share;
            this.source = source;
            this.random = random;
        }

        void element(String name, Element declared, int depth) {
            Element type = type(declared);
            StringBuilder attributes = new StringBuilder();
            if (type != null) {
                attributes(name, type, attributes);
            }
            xml.append('<').append(name);
            if (depth == 0) {
                xml.append(" xmlns=\"urn:description").append(version).append(".services.chrome.com\"");
            }
            xml.append(attributes).append('>');
            if (type == null || type.getTagName().equals("xs:simpleType")) {
                xml.append(escaped(value(name, declared)));
            } else {
                content(name, type, depth);
            }
            xml.append("</").append(name).append('>');
        }

        /** Null where it is one of the schema language's own. */
        private Element type(Element declared) {
            String type = declared.getAttribute("type");
            return type.isEmpty() ? children(declared).stream().findFirst().orElse(null) : named.get(type);
        }

        private void content(String name, Element type, int depth) {
            for (Element part : children(type)) {
                switch (part.getTagName()) {
                    case "xs:sequence" -> content(name, part, depth);
                    case "xs:choice" -> {
                        List<Element> choices = children(part);
                        repeat(choices.get(number++ % choices.size()), depth);
                    }
                    case "xs:element" -> repeat(part, depth);
                    case "xs:simpleContent" -> xml.append(escaped(text(name)));
                    case "xs:complexContent" -> {
                        Element extension = children(part).get(0);
                        content(name, named.get(extension.getAttribute("base")), depth);
                        content(name, extension, depth);
                    }
                    default -> {}
                }
            }
        }

        private void repeat(Element declared, int depth) {
            String name = declared.getAttribute("name");
            int least = declared.getAttribute("minOccurs").equals("0") ? 0 : 1;
            boolean many = declared.getAttribute("maxOccurs").equals("unbounded");
            int times = (name.equals("ambiguousOption") && depth > DEEPEST) || random.nextDouble() >= share
                    ? least
                    : many ? 2 : 1;
            if (depth == 0 && name.equals("style")) {
                times = styles;
            } else if (depth == 0 && name.equals("vinDescription")) {
                times = 1;
            } else if (name.equals("styleId")) {
                times = Math.min(times, styles);
                style = 0;
            }
            for (int time = 0; time < times; time++) {
                element(name, declared, depth + 1);
            }
        }

        private void attributes(String name, Element type, StringBuilder into) {
            for (Element part : children(type)) {
                switch (part.getTagName()) {
                    case "xs:attribute" -> attribute(name, part, into);
                    case "xs:attributeGroup" -> attributes(name, named.get(part.getAttribute("ref")), into);
                    case "xs:simpleContent", "xs:complexContent", "xs:extension" -> {
                        Element base = named.get(part.getAttribute("base"));
                        if (base != null) {
                            attributes(name, base, into);
                        }
                        attributes(name, part, into);
                    }
                    default -> {}
                }
            }
        }

        private void attribute(String owner, Element declared, StringBuilder into) {
            String name = declared.getAttribute("name");
            if (declared.getAttribute("use").equals("required") || random.nextDouble() < share) {
                String value = owner.equals("style") && name.equals("id")
                        ? Integer.toString(FIRST_STYLE + described++)
                        : value(name, declared);
                into.append(' ')
                        .append(name)
                        .append("=\"")
                        .append(escaped(value))
                        .append('"');
            }
        }

        private String value(String name, Element declared) {
            if (name.equals("vin")) {
                return vin;
            }
            if (name.equals("source")) {
                return source;
            }
            if (name.equals("styleId")) {
                return Integer.toString(FIRST_STYLE + style++ % styles);
            }
            if (FIXED.containsKey(name)) {
                return FIXED.get(name);
            }
            if (local.containsKey(name)) {
                return local.get(name);
            }
            String type = declared.getAttribute("type");
            return switch (type) {
                case "xs:int" -> Integer.toString(++number);
                case "xs:double" -> ++number + ".5";
                case "xs:boolean" -> Boolean.toString(random.nextBoolean());
                case "xs:dateTime" -> "2023-02-03T04:05:06Z";
                case "xs:string" -> text(name);
                default -> word(type.isEmpty() ? children(declared).get(0) : named.get(type));
            };
        }

        private String text(String name) {
            if (local.containsKey(name)) {
                return local.get(name);
            }
            if (name.equals("unit")) {
                return ++number % 2 == 0 ? "liters" : "cubicIn";
            }
            return name.equals("value") && ++number % 2 == 0 ? "12.50" : "Été & <\"" + name + "\"> " + ++number;
        }

        private String word(Element simpleType) {
            List<Element> words = children(children(simpleType).get(0));
            return words.get(random.nextInt(words.size())).getAttribute("value");
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}

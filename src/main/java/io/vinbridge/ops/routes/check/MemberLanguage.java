package io.vinbridge.ops.routes.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.vinbridge.changes.FeedPage;
import io.vinbridge.events.VehicleEvent;
import io.vinbridge.vehicles.Vin;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.apache.camel.language.bean.BeanLanguage;
import org.apache.camel.support.ExpressionAdapter;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/**
 * Reader of {@code ${body.x.y[0]}}, in the place of Camel's own, which calls any method of any object: from an enum
 * constant to its class and class loader, say, and from there to all the service knows. It reads JSON, maps, lists,
 * texts, and the members of what events, changes and vehicles are, and nothing else of anything.
 */
@Component("bean-language")
public class MemberLanguage extends BeanLanguage {

    /** What {@code simple} hands over: no type, the body, and the members after it. */
    private static final int OF_SIMPLE = 3;

    private static final Pattern MEMBER =
            Pattern.compile("\\??\\.?([A-Za-z][A-Za-z0-9_]*)|\\[['\"]?([A-Za-z0-9_-]+)['\"]?]");
    private static final Set<Package> READABLE =
            Set.of(VehicleEvent.class.getPackage(), FeedPage.class.getPackage(), Vin.class.getPackage());

    private static final ClassValue<Map<String, Method>> MEMBERS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return members(type);
        }
    };

    @Override
    public Expression createExpression(String expression, Object[] properties) {
        if (properties.length == OF_SIMPLE && properties[0] == null && properties[2] instanceof String path) {
            return new ExpressionAdapter() {
                @Override
                public Object evaluate(Exchange exchange) {
                    return read(properties[1], path);
                }
            };
        }
        return super.createExpression(expression, properties);
    }

    public static Object read(Object root, String path) {
        Object at = root;
        Matcher members = MEMBER.matcher(path);
        int end = 0;
        while (at != null && members.find()) {
            if (members.start() != end) {
                throw refused(path);
            }
            end = members.end();
            at = member(at, members.group(1) == null ? members.group(2) : members.group(1));
        }
        if (at != null && end != path.length()) {
            throw refused(path);
        }
        return at;
    }

    private static Object member(Object of, String name) {
        if (of instanceof JsonNode json) {
            JsonNode found = json.isArray() ? json.get(index(name, json.size())) : json.get(name);
            return found == null || found.isNull() ? null : found.isTextual() ? found.asText() : found;
        }
        if (of instanceof Map<?, ?> map) {
            return map.get(name);
        }
        if (of instanceof List<?> list) {
            int index = index(name, list.size());
            return name.equals("size")
                    ? (Object) list.size()
                    : index < 0 || index >= list.size() ? null : list.get(index);
        }
        if (of instanceof String text) {
            return ofText(text, name);
        }
        return ofOurs(of, name);
    }

    /** Negative where there is none. */
    private static int index(String name, int size) {
        return name.equals("last") ? size - 1 : name.matches("[0-9]{1,9}") ? Integer.parseInt(name) : -1;
    }

    private static Object ofText(String text, String name) {
        return switch (name) {
            case "length", "size" -> text.length();
            case "isEmpty" -> text.isEmpty();
            case "trim" -> text.strip();
            case "toUpperCase" -> text.toUpperCase(Locale.ROOT);
            case "toLowerCase" -> text.toLowerCase(Locale.ROOT);
            default -> throw refused(name);
        };
    }

    private static Object ofOurs(Object of, String name) {
        Method method = MEMBERS.get(of.getClass()).get(name);
        if (method == null) {
            throw refused(name);
        }
        try {
            return method.invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a member cannot be read: " + name, e);
        }
    }

    /** The components of a record, and what has a getter; of any other type nothing. */
    private static Map<String, Method> members(Class<?> type) {
        boolean readable = !type.isEnum()
                && READABLE.stream()
                        .anyMatch(one -> type.getPackageName().equals(one.getName())
                                || type.getPackageName().startsWith(one.getName() + "."));
        Map<String, Method> members = new HashMap<>();
        for (Method method : readable ? type.getDeclaredMethods() : new Method[0]) {
            boolean getter =
                    Modifier.isPublic(method.getModifiers()) && method.getName().matches("get[A-Z].*");
            if (method.getParameterCount() == 0
                    && !Modifier.isStatic(method.getModifiers())
                    && (getter || component(type, method.getName()))) {
                method.setAccessible(true);
                members.put(
                        getter ? StringUtils.uncapitalize(method.getName().substring(3)) : method.getName(), method);
            }
        }
        return members;
    }

    private static boolean component(Class<?> type, String name) {
        return type.isRecord()
                && Arrays.stream(type.getRecordComponents())
                        .anyMatch(component -> component.getName().equals(name));
    }

    private static IllegalArgumentException refused(String name) {
        return new IllegalArgumentException("there is no member " + name + " that a route may read here");
    }
}

package io.vinbridge.testing;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Class loader that remembers what the class path holds and what it lacks. A node asks for thousands of classes and
 * files that are not there, each of them in every library, which took a quarter of the time of its start; nothing comes
 * to the class path of a JVM that runs.
 */
final class ClassPathCache extends ClassLoader {

    static final ClassPathCache OF_THIS_JVM = new ClassPathCache(ClassPathCache.class.getClassLoader());

    private final Map<String, Optional<URL>> first = new ConcurrentHashMap<>();
    private final Map<String, List<URL>> all = new ConcurrentHashMap<>();
    private final Set<String> noClasses = ConcurrentHashMap.newKeySet();

    private ClassPathCache(ClassLoader parent) {
        super(parent);
    }

    @Override
    public URL getResource(String name) {
        Optional<URL> known = first.get(name);
        if (known == null) {
            known = Optional.ofNullable(super.getResource(name));
            first.put(name, known);
        }
        return known.orElse(null);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> known = all.get(name);
        if (known == null) {
            known = Collections.list(super.getResources(name));
            all.put(name, known);
        }
        return Collections.enumeration(known);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (noClasses.contains(name)) {
            throw new ClassNotFoundException(name);
        }
        try {
            return super.loadClass(name, resolve);
        } catch (ClassNotFoundException e) {
            noClasses.add(name);
            throw e;
        }
    }
}

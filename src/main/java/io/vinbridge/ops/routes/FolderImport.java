package io.vinbridge.ops.routes;

import io.vinbridge.failures.Failure;
import io.vinbridge.failures.Reason;
import io.vinbridge.failures.StartUpProblem;
import io.vinbridge.ops.routes.check.RouteFileName;
import io.vinbridge.ops.routes.check.RouteSet;
import io.vinbridge.ops.routes.revisions.ImportHistory;
import io.vinbridge.ops.routes.revisions.Revisions;
import io.vinbridge.ops.routes.revisions.RouteEdit;
import io.vinbridge.ops.routes.revisions.RouteEdit.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/**
 * Makes edits of what changes in the folder of routes. At start, only what no folder of any node ever had is new:
 * otherwise a node that was down would bring back what has been edited since.
 */
@Component
class FolderImport {

    private static final Comparator<String> MAPPINGS_FIRST = Comparator.<String, Boolean>comparing(
                    file -> new RouteFileName(file).route())
            .thenComparing(Comparator.naturalOrder());

    private final RouteEditor edits;
    private final RouteReconciler convergence;
    private final Revisions revisions;
    private final ImportHistory imports;
    private final ShippedRoutes shipped;
    private final RouteTroubles troubles;
    private final RoutesFolder folder;

    /** As the folder was at the last look; null where it could not be read then. */
    private RouteSet seen;

    /** Imported files; null until the first import. */
    private RouteSet handled;

    FolderImport(
            RouteEditor edits,
            RouteReconciler convergence,
            Revisions revisions,
            ImportHistory imports,
            ShippedRoutes shipped,
            RouteTroubles troubles,
            RoutesFolder folder) {
        this.edits = edits;
        this.convergence = convergence;
        this.revisions = revisions;
        this.imports = imports;
        this.shipped = shipped;
        this.troubles = troubles;
        this.folder = folder;
    }

    /**
     * Imports what is new in the folder since any node was started with it.
     *
     * @throws StartUpProblem if it cannot be read, and there is nothing else to run
     */
    synchronized void start() {
        seen = folder.read();
        if (seen != null) {
            begin(seen);
        } else if (convergence.converge().routes().files().isEmpty()) {
            throw new StartUpProblem(
                    "The folder of routes at " + folder.name() + " cannot be read, and there are no others to run.",
                    "Let the service read the folder and the files in it, or set VINBRIDGE_ROUTES_DIR to another.");
        }
    }

    private void begin(RouteSet now) {
        boolean known = imports.containsFolder(now.files().keySet());
        Set<String> gone = new TreeSet<>(
                known ? Set.of() : convergence.converge().routes().files().keySet());
        gone.removeIf(file -> now.text(file) != null || !imports.contains(file) || !ours(file));
        List<String> fresh = now.files().keySet().stream()
                .filter(file -> ours(file) && !imports.contains(file, now.text(file)))
                .toList();
        Map<String, Failure> refused = take(now, fresh, gone);
        if (refused.isEmpty()) {
            imports.noteFolder(now.files().keySet());
        }
        refused.keySet().forEach(this::fallBack);
        handled = now;
    }

    /** Imports what has changed in the folder since the last look, once it stays the same from one look to the next. */
    synchronized void look() {
        RouteSet before = seen;
        seen = folder.read();
        if (seen == null || before == null) {
            return;
        }
        if (handled != null) {
            compare(seen, before);
        } else if (seen.equals(before)) {
            begin(seen);
        }
    }

    /**
     * A file is gone once the whole folder stays the same: while it is copied back file by file, those that are to come
     * are not.
     */
    private void compare(RouteSet now, RouteSet before) {
        Set<String> settled = now.differences(handled);
        settled.removeAll(now.differences(before));
        settled.removeIf(file -> now.text(file) != null && now.text(file).isBlank());
        Set<String> gone = new TreeSet<>(settled);
        gone.removeIf(file -> now.text(file) != null);
        settled.removeAll(gone);
        if (!now.equals(before)) {
            gone.clear();
        }
        if (settled.isEmpty() && gone.isEmpty()) {
            return;
        }
        take(now, settled.stream().toList(), gone);
        imports.noteFolder(now.files().keySet());
        for (String file : settled) {
            handled = handled.with(file, now.text(file));
        }
        for (String file : gone) {
            handled = handled.with(file, null);
        }
    }

    /**
     * An operator's own edit outlives what a new release of the service brings; what lies in a folder was put there.
     */
    private boolean ours(String file) {
        return folder.origin() == Origin.FOLDER
                || revisions
                        .current(file)
                        .map(revision -> revision.origin().equals(Origin.SHIPPED.word()))
                        .orElse(true);
    }

    private Map<String, Failure> take(RouteSet now, List<String> fresh, Set<String> gone) {
        List<RouteEdit> wanted = new ArrayList<>();
        fresh.stream().sorted(MAPPINGS_FIRST).forEach(file -> wanted.add(edit(file, now.text(file))));
        gone.stream().sorted(MAPPINGS_FIRST.reversed()).forEach(file -> wanted.add(edit(file, null)));
        Map<String, Failure> refused = apply(wanted);
        for (RouteEdit edit : wanted) {
            if (refused.containsKey(edit.file())) {
                troubles.note(edit.file(), refused.get(edit.file()).getMessage());
            } else {
                troubles.over(edit.file());
                if (edit.text() != null) {
                    imports.note(edit.file(), edit.text());
                }
            }
        }
        return refused;
    }

    /** Nodes that are started together import the same. */
    private Map<String, Failure> apply(List<RouteEdit> wanted) {
        while (true) {
            try {
                return edits.apply(wanted);
            } catch (Failure e) {
                if (e.reason() != Reason.CONFLICT) {
                    throw e;
                }
            }
        }
    }

    private RouteEdit edit(String file, String text) {
        return new RouteEdit(file, text, folder.origin(), "folder", null);
    }

    /** If nothing ever ran in the place of a bad file, the shipped file does. */
    private void fallBack(String file) {
        String text = shipped.files().text(file);
        if (text != null && convergence.converge().routes().text(file) == null) {
            edits.apply(List.of(new RouteEdit(file, text, Origin.SHIPPED, "folder", "in the place of a bad file")));
        }
    }
}

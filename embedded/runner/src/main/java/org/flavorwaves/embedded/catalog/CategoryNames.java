package org.flavorwaves.embedded.catalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The names of the categories of the node repository by their paths. */
final class CategoryNames {

    private static final Map<String, String> ROOTS = Map.of("/community", "Community Nodes", "/io", "IO",
        "/manipulation", "Manipulation", "/analytics", "Analytics", "/views", "Views");

    private final Map<String, String> m_names = new LinkedHashMap<>();

    void put(final String path, final String name) {
        m_names.put(path, name);
    }

    /** The names from the top to a category. */
    String path(final String path) {
        final StringBuilder names = new StringBuilder();
        final StringBuilder at = new StringBuilder();
        for (final String level : path.split("/")) {
            if (!level.isEmpty()) {
                at.append('/').append(level);
                names.append(names.length() == 0 ? "" : " > ")
                    .append(m_names.getOrDefault(at.toString(), ROOTS.getOrDefault(at.toString(), level)));
            }
        }
        return names.toString();
    }

    /** The names of all categories in the order in which they were declared. */
    List<String> order() {
        final List<String> order = new ArrayList<>();
        m_names.keySet().forEach(p -> order.add(path(p)));
        return order;
    }
}

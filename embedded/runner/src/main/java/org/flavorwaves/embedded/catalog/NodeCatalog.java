package org.flavorwaves.embedded.catalog;

import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.knime.node.DefaultNodeFactory;

/**
 * The nodes that can run here: those of the bundles on the class path, which their {@code plugin.xml} files declare,
 * and a few of KNIME's own.
 */
public final class NodeCatalog {

    private final Map<String, PluginFile.Declaration> m_declared = new LinkedHashMap<>();

    private final Map<String, NodeType> m_types = new LinkedHashMap<>();

    private final Map<String, String> m_bundles = new LinkedHashMap<>();

    private final CategoryNames m_categories = new CategoryNames();

    private final List<NodeType> m_extra;

    private final ClassLoader m_loader;

    private NodeCatalog(final ClassLoader loader, final List<? extends NodeType> extra) {
        m_loader = loader;
        m_extra = List.copyOf(extra);
        for (final NodeType type : extra) {
            m_types.put(type.factory(), type);
        }
    }

    /**
     * Finds the nodes.
     *
     * @param loader whose class path is searched
     * @param extra further nodes, which no bundle declares
     * @return the catalog
     * @throws IOException if a {@code plugin.xml} cannot be read
     */
    public static NodeCatalog find(final ClassLoader loader, final List<? extends NodeType> extra) throws IOException {
        final NodeCatalog catalog = new NodeCatalog(loader, extra);
        for (final URL url : Collections.list(loader.getResources("plugin.xml"))) {
            final PluginFile file = PluginFile.read(url);
            catalog.m_bundles.put(file.bundle().symbolicName(), file.bundle().version());
            file.categories().forEach(catalog.m_categories::put);
            file.declarations().forEach(d -> catalog.m_declared.putIfAbsent(d.factory(), d));
        }
        return catalog;
    }

    /**
     * Whether a bundle is on the class path.
     *
     * @param symbolicName its symbolic name
     * @return true if so
     */
    public boolean hasBundle(final String symbolicName) {
        return m_bundles.containsKey(symbolicName);
    }

    /**
     * Finds a node by its factory.
     *
     * @param factory class name of the factory
     * @return the node, if it can run here
     * @throws IllegalStateException if the factory is declared but cannot be used
     */
    public Optional<NodeType> byFactory(final String factory) {
        if (!m_types.containsKey(factory) && m_declared.containsKey(factory)) {
            m_types.put(factory, load(m_declared.get(factory)));
        }
        return Optional.ofNullable(m_types.get(factory));
    }

    private NodeType load(final PluginFile.Declaration declaration) {
        try {
            final Object factory =
                Class.forName(declaration.factory(), true, m_loader).getDeclaredConstructor().newInstance();
            if (!(factory instanceof DefaultNodeFactory)) {
                throw new IllegalStateException("Node factory " + declaration.factory()
                    + " is no DefaultNodeFactory and needs KNIME Analytics Platform.");
            }
            return new DefaultNodeType((DefaultNodeFactory) factory, declaration.bundle());
        } catch (final ReflectiveOperationException | LinkageError ex) {
            final Throwable cause = ex.getCause() == null ? ex : ex.getCause();
            throw new IllegalStateException("Node factory " + declaration.factory() + " of bundle "
                + declaration.bundle().symbolicName() + " cannot be loaded: " + cause, ex);
        }
    }

    /**
     * All nodes of the bundles on the class path, in the order of their categories.
     *
     * @return the nodes with the names of their categories
     */
    public List<Listed> declared() {
        final List<Listed> nodes = new ArrayList<>();
        for (final PluginFile.Declaration d : m_declared.values()) {
            nodes.add(new Listed(m_categories.path(d.category()), byFactory(d.factory()).orElseThrow()));
        }
        final List<String> order = m_categories.order();
        nodes.sort((a, b) -> Integer.compare(order.indexOf(a.category()), order.indexOf(b.category())));
        return nodes;
    }

    /**
     * The nodes that no bundle declares.
     *
     * @return the nodes
     */
    public List<NodeType> extra() {
        return m_extra;
    }

    /**
     * Finds a declared node by its name.
     *
     * @param name the name in the node repository, in any case
     * @return the node, if there is one
     */
    public Optional<DefaultNodeType> byName(final String name) {
        return declared().stream().map(Listed::type).filter(t -> t.displayName().equalsIgnoreCase(name.strip()))
            .map(DefaultNodeType.class::cast).findFirst();
    }

    /**
     * The names of the declared nodes.
     *
     * @return the names
     */
    public List<String> names() {
        return declared().stream().map(l -> l.type().displayName()).collect(Collectors.toList());
    }

    /**
     * A node with its place in the node repository.
     *
     * @param category names of the categories, from the top, joined by {@code " > "}
     * @param type the node
     */
    public record Listed(String category, NodeType type) {
    }
}

package org.flavorwaves.embedded.command;

import java.io.IOException;
import java.util.List;

import org.flavorwaves.embedded.base.BaseNodeType;
import org.flavorwaves.embedded.catalog.NodeCatalog;

/** The nodes that the command knows. */
final class Catalogs {

    private Catalogs() {
    }

    static NodeCatalog all() throws IOException {
        return NodeCatalog.find(Catalogs.class.getClassLoader(), List.of(BaseNodeType.values()));
    }
}

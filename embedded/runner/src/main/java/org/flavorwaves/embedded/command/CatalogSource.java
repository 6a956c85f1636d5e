package org.flavorwaves.embedded.command;

import java.io.IOException;

import org.flavorwaves.embedded.catalog.NodeCatalog;

/** Finds the nodes, when they are needed. */
@FunctionalInterface
interface CatalogSource {

    NodeCatalog get() throws IOException;
}

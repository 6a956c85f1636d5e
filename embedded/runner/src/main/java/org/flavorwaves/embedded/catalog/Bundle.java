package org.flavorwaves.embedded.catalog;

/**
 * The bundle that holds a node, as saved workflows record it.
 *
 * @param name readable name
 * @param symbolicName symbolic name
 * @param vendor who makes it
 * @param version version with qualifier
 */
public record Bundle(String name, String symbolicName, String vendor, String version) {
}

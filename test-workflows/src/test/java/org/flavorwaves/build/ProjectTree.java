package org.flavorwaves.build;

import java.nio.file.Path;

/** Where the project lies; the build passes it. */
public final class ProjectTree {
    private ProjectTree() {
    }

    /**
     * The root folder of the checkout.
     *
     * @return an absolute path
     */
    public static Path root() {
        return Path.of(System.getProperty("flavorwaves.root")).toAbsolutePath();
    }
}

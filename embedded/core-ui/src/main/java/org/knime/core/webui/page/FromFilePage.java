package org.knime.core.webui.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

/** A web page from files of a bundle. */
public final class FromFilePage extends Page {

    private final Class<?> m_clazz;

    private final String m_basePath;

    FromFilePage(final Class<?> clazz, final String basePath, final String relativeFilePath) {
        super(relativeFilePath, () -> open(clazz, basePath, relativeFilePath));
        m_clazz = clazz;
        m_basePath = basePath;
    }

    /**
     * Adds a file.
     *
     * @param relativeFilePath the file within the folder
     * @return this
     */
    public FromFilePage addResourceFile(final String relativeFilePath) {
        addResource(() -> open(m_clazz, m_basePath, relativeFilePath), relativeFilePath);
        return this;
    }

    /** Opens a file of the bundle: an entry of its jar, or a file of the project that it is built from. */
    private static InputStream open(final Class<?> clazz, final String basePath, final String file) {
        final String entry = basePath + "/" + file;
        try {
            final URL inJar = clazz.getResource("/" + entry);
            if (inJar != null) {
                return inJar.openStream();
            }
            final Path classes = Path.of(clazz.getProtectionDomain().getCodeSource().getLocation().toURI());
            for (Path root = classes; root != null; root = root.getParent()) {
                if (Files.isRegularFile(root.resolve(entry))) {
                    return Files.newInputStream(root.resolve(entry));
                }
            }
            throw new IOException("The file '" + entry + "' doesn't exist (or is not a regular file)");
        } catch (final IOException ex) {
            throw new UncheckedIOException(ex);
        } catch (final URISyntaxException ex) {
            throw new IllegalStateException(ex);
        }
    }
}

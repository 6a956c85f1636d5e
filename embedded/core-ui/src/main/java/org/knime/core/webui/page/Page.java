package org.knime.core.webui.page;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.knime.core.node.FluentNodeAPI;

/** A web page with the files that it needs. */
public class Page implements FluentNodeAPI {

    private final String m_relativePath;

    private final Supplier<InputStream> m_content;

    private final Map<String, Supplier<InputStream>> m_resources = new LinkedHashMap<>();

    Page(final String relativePath, final Supplier<InputStream> content) {
        m_relativePath = relativePath;
        m_content = content;
    }

    /**
     * Starts a page.
     *
     * @return the first stage
     */
    public static RequireFromFileOrString create() {
        return new RequireFromFileOrString() {
            @Override
            public RequireBundle fromFile() {
                return clazz -> basePath -> file -> new FromFilePage(clazz, basePath, file);
            }

            @Override
            public RequireRelativePath fromString(final StringSupplier content, final Charset charset) {
                return path -> new Page(path, () -> new ByteArrayInputStream(content.get().getBytes(charset)));
            }
        };
    }

    /**
     * Adds a file from a text.
     *
     * @param content the text
     * @param relativePath path of the file as the page names it
     * @return this
     */
    public Page addResourceFromString(final Supplier<String> content, final String relativePath) {
        return addResource(() -> new ByteArrayInputStream(content.get().getBytes(StandardCharsets.UTF_8)),
            relativePath);
    }

    /**
     * Adds a file.
     *
     * @param content the file
     * @param relativePath path of the file as the page names it
     * @return this
     */
    public Page addResource(final Supplier<InputStream> content, final String relativePath) {
        m_resources.put(relativePath, content);
        return this;
    }

    /**
     * The path of the page.
     *
     * @return the path, relative to where its files are
     */
    public String getRelativePath() {
        return m_relativePath;
    }

    /**
     * The page.
     *
     * @return its content
     * @throws IOException if reading fails
     */
    public InputStream getInputStream() throws IOException {
        return m_content.get();
    }

    /**
     * The files that the page needs.
     *
     * @return contents by path
     */
    public Map<String, Supplier<InputStream>> resources() {
        return Collections.unmodifiableMap(m_resources);
    }

    /** The stage at which the source of the page is declared. */
    public interface RequireFromFileOrString {

        /**
         * A page from a file of a bundle.
         *
         * @return the next stage
         */
        RequireBundle fromFile();

        /**
         * A page from a text.
         *
         * @param content the text
         * @return the next stage
         */
        default RequireRelativePath fromString(StringSupplier content) {
            return fromString(content, StandardCharsets.UTF_8);
        }

        /**
         * A page from a text.
         *
         * @param content the text
         * @param charset its encoding
         * @return the next stage
         */
        RequireRelativePath fromString(StringSupplier content, Charset charset);
    }

    /** The stage at which the bundle is declared. */
    public interface RequireBundle {

        /**
         * The bundle of a class.
         *
         * @param clazz the class
         * @return the next stage
         */
        RequireBasePath bundleClass(Class<?> clazz);
    }

    /** The stage at which the folder is declared. */
    public interface RequireBasePath {

        /**
         * The folder of the page.
         *
         * @param basePath the folder within the bundle
         * @return the next stage
         */
        RequireRelativeFilePath basePath(String basePath);
    }

    /** The stage at which the file is declared. */
    public interface RequireRelativeFilePath {

        /**
         * The file of the page.
         *
         * @param relativeFilePath the file within the folder
         * @return the page
         */
        FromFilePage relativeFilePath(String relativeFilePath);
    }

    /** The stage at which the path of a page from a text is declared. */
    public interface RequireRelativePath {

        /**
         * The path of the page.
         *
         * @param relativePath the path
         * @return the page
         */
        Page relativePath(String relativePath);
    }

    /** Makes a text. */
    public interface StringSupplier extends Supplier<String> {
    }
}

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
        return (content, charset) -> path -> new Page(path,
            () -> new ByteArrayInputStream(content.get().getBytes(charset)));
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

package org.flavorwaves.embedded.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.flavorwaves.embedded.node.NodeViewPage;

/**
 * Makes one HTML file of a node view: scripts, style sheets and images of the page are put into it, and the data that
 * KNIME would serve to the page stand in {@code window.flavorWavesInitialData} before any script runs.
 */
final class ViewHtml {

    private static final Pattern SCRIPT = Pattern.compile(
        "<script\\b([^>]*?)\\ssrc=\"([^\"]+)\"([^>]*)>\\s*</script>", Pattern.CASE_INSENSITIVE);

    private static final Pattern STYLE = Pattern.compile(
        "<link\\b[^>]*?\\shref=\"([^\"]+\\.css)\"[^>]*>", Pattern.CASE_INSENSITIVE);

    private static final Pattern IMAGE = Pattern.compile(
        "(<img\\b[^>]*?\\ssrc=\")([^\"]+\\.(png|svg|jpe?g))(\")", Pattern.CASE_INSENSITIVE);

    private static final Pattern HEAD = Pattern.compile("<head\\b[^>]*>", Pattern.CASE_INSENSITIVE);

    private final Map<String, Supplier<InputStream>> m_files;

    private ViewHtml(Map<String, Supplier<InputStream>> files) {
        m_files = files;
    }

    static String of(NodeViewPage view) throws IOException {
        String html;
        try (InputStream in = view.page().getInputStream()) {
            html = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        ViewHtml files = new ViewHtml(view.page().resources());
        html = files.inlineImages(files.inlineStyles(files.inlineScripts(html)));
        if (view.initialData().isPresent()) {
            html = withData(html, view.initialData().get());
        }
        return html;
    }

    /** Puts the data first in the head; a JSON text may hold what would end the script. */
    static String withData(String html, String json) {
        String script = "<script>window.flavorWavesInitialData = " + json.replace("</", "<\\/") + ";</script>";
        Matcher head = HEAD.matcher(html);
        return head.find() ? html.substring(0, head.end()) + script + html.substring(head.end()) : script + html;
    }

    private String inlineScripts(String html) throws IOException {
        Matcher m = SCRIPT.matcher(html);
        StringBuilder out = new StringBuilder();
        while (m.find()) {
            String replacement = isFile(m.group(2))
                ? "<script" + m.group(1) + m.group(3) + ">" + text(m.group(2)).replace("</script", "<\\/script")
                    + "</script>"
                : m.group();
            m.appendReplacement(out, Matcher.quoteReplacement(replacement));
        }
        return m.appendTail(out).toString();
    }

    private String inlineStyles(String html) throws IOException {
        Matcher m = STYLE.matcher(html);
        StringBuilder out = new StringBuilder();
        while (m.find()) {
            String replacement =
                isFile(m.group(1)) ? "<style>" + text(m.group(1)) + "</style>" : m.group();
            m.appendReplacement(out, Matcher.quoteReplacement(replacement));
        }
        return m.appendTail(out).toString();
    }

    private String inlineImages(String html) throws IOException {
        Matcher m = IMAGE.matcher(html);
        StringBuilder out = new StringBuilder();
        while (m.find()) {
            String replacement = m.group();
            if (isFile(m.group(2))) {
                String type = "svg".equalsIgnoreCase(m.group(3)) ? "svg+xml" : m.group(3).replace("jpg", "jpeg");
                replacement = m.group(1) + "data:image/" + type + ";base64,"
                    + Base64.getEncoder().encodeToString(bytes(m.group(2))) + m.group(4);
            }
            m.appendReplacement(out, Matcher.quoteReplacement(replacement));
        }
        return m.appendTail(out).toString();
    }

    private boolean isFile(String path) {
        return m_files.containsKey(normal(path));
    }

    private static String normal(String path) {
        return path.startsWith("./") ? path.substring(2) : path;
    }

    private String text(String path) throws IOException {
        return new String(bytes(path), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String path) throws IOException {
        try (InputStream in = m_files.get(normal(path)).get()) {
            return in.readAllBytes();
        }
    }
}

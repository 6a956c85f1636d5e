package org.flavorwaves.embedded.node;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.knime.core.webui.page.Page;

/**
 * Turns the page of a view into one HTML text that needs no server and no other file. Scripts, style sheets and images
 * of the page are put in its place, and a script answers the page as KNIME does: a message of the type
 * {@code UIExtensionRequest} with the method {@code getConfig} is answered by a configuration with
 * {@code initialData}, a JSON text with the data under {@code result}.
 */
final class SelfContainedPage {

    private static final Pattern SCRIPT =
        Pattern.compile("<script\\b([^>]*?)\\bsrc=\"([^\"]*)\"([^>]*)>\\s*</script>", Pattern.CASE_INSENSITIVE);

    private static final Pattern SCRIPT_TEXT =
        Pattern.compile("<script\\b.*?</script>", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Pattern STYLE =
        Pattern.compile("<link\\b(?=[^>]*rel=\"stylesheet\")[^>]*?\\bhref=\"([^\"]*)\"[^>]*>",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern IMAGE =
        Pattern.compile("(<img\\b[^>]*?\\bsrc=\")([^\"]*)(\")", Pattern.CASE_INSENSITIVE);

    private static final Pattern HEAD = Pattern.compile("<head\\b[^>]*>", Pattern.CASE_INSENSITIVE);

    private static final String ANSWER = """
        <script>
        (function () {
          var config = {nodeId: 'root', workflowId: 'root', projectId: 'local', extensionType: 'view',
            hasNodeView: true, initialData: @DATA@};
          window.addEventListener('message', function (event) {
            var request = event.data;
            if (request && request.type === 'UIExtensionRequest') {
              var known = request.payload && request.payload.method === 'getConfig';
              window.postMessage({requestId: request.requestId, type: 'UIExtensionResponse',
                payload: known ? config : null}, '*');
            }
          });
        })();
        </script>
        """;

    private final Page m_page;

    private final Optional<String> m_initialData;

    SelfContainedPage(final Page page, final Optional<String> initialData) {
        m_page = page;
        m_initialData = initialData;
    }

    String toHtml() throws IOException {
        String html = read(m_page.getInputStream());
        html = outsideScripts(html, part -> replace(STYLE, part, m -> "<style>" + text(m.group(1)) + "</style>"));
        html = outsideScripts(html, part -> replace(IMAGE, part, m -> m.group(1) + image(m.group(2)) + m.group(3)));
        html = replace(SCRIPT, html, m -> "<script" + (m.group(1) + m.group(3)).stripTrailing() + ">"
            + text(m.group(2)).replace("</script", "<\\/script") + "</script>");
        final String answer =
            ANSWER.replace("@DATA@", m_initialData.isEmpty() ? "undefined" : config(m_initialData.get()));
        final Matcher head = HEAD.matcher(html);
        final int at = head.find() ? head.end() : 0;
        return html.substring(0, at) + "\n" + answer + html.substring(at);
    }

    /** The configuration carries the data as a text of JSON; no character of it can end the script. */
    private static String config(final String initialData) throws IOException {
        return Json.write("{\"result\":" + initialData + "}").replace("<", "\\u003c").replace("\u2028", "\\u2028")
            .replace("\u2029", "\\u2029");
    }

    private String image(final String path) throws IOException {
        if (path.startsWith("data:")) {
            return path;
        }
        final String type = path.endsWith(".svg") ? "image/svg+xml" : "image/png";
        try (InputStream in = open(path)) {
            return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(in.readAllBytes());
        }
    }

    private String text(final String path) throws IOException {
        return read(open(path));
    }

    private InputStream open(final String path) throws IOException {
        final String file = URI.create(m_page.getRelativePath()).resolve(path).normalize().toString();
        final Supplier<InputStream> resource = m_page.resources().get(file);
        if (resource == null) {
            throw new IOException("The page " + m_page.getRelativePath() + " names the file " + path
                + ", which was not declared.");
        }
        return resource.get();
    }

    private static String read(final InputStream in) throws IOException {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private interface Change {

        String of(String part) throws IOException;
    }

    /** Changes the markup and leaves the texts of scripts, which may look like markup, as they are. */
    private static String outsideScripts(final String html, final Change change) throws IOException {
        final Matcher script = SCRIPT_TEXT.matcher(html);
        final StringBuilder out = new StringBuilder();
        int from = 0;
        while (script.find()) {
            out.append(change.of(html.substring(from, script.start()))).append(script.group());
            from = script.end();
        }
        return out.append(change.of(html.substring(from))).toString();
    }

    private interface Replacement {

        String of(Matcher match) throws IOException;
    }

    private static String replace(final Pattern pattern, final String html, final Replacement replacement)
        throws IOException {
        final Matcher match = pattern.matcher(html);
        final StringBuilder out = new StringBuilder();
        while (match.find()) {
            match.appendReplacement(out, Matcher.quoteReplacement(replacement.of(match)));
        }
        return match.appendTail(out).toString();
    }
}

package org.flavorwaves.embedded.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.knime.core.webui.page.Page;

class SelfContainedPageTest {

    record Curve(String name, double[] values) {
    }

    private static Page page(final String html) {
        return Page.create().fromString(() -> html).relativePath("view/index.html");
    }

    private static Supplier<InputStream> text(final String text) {
        return () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void putsFilesAndDataIntoOneText() throws IOException {
        final Page page = page("<html><head lang=\"en\"><link rel=\"stylesheet\" href=\"a.css\"></head>"
            + "<body><img src=\"b.svg\"><script type=\"module\" src=\"lib/c.js\"></script></body></html>")
                .addResource(text("p{}"), "view/a.css").addResource(text("<svg/>"), "view/b.svg")
                .addResource(text("var s = '$1</script>';"), "view/lib/c.js");

        final String html = new SelfContainedPage(page, Optional.of("{\"t\":\"</script>\\n\"}")).toHtml();

        assertThat(html).startsWith("<html><head lang=\"en\">\n<script>")
            .contains("initialData: \"{\\\"result\\\":{\\\"t\\\":\\\"\\u003c/script>\\\\n\\\"}}\"};")
            .contains("<style>p{}</style>").contains("<img src=\"data:image/svg+xml;base64,PHN2Zy8+\">")
            .contains("<script type=\"module\">var s = '$1<\\/script>';</script>").doesNotContain("src=\"lib")
            .doesNotContain("href=");
    }

    @Test
    void aFileThatWasNotDeclaredIsAnError() {
        assertThatThrownBy(
            () -> new SelfContainedPage(page("<script src=\"x.js\"></script>"), Optional.empty()).toHtml())
                .isInstanceOf(IOException.class).hasMessageContaining("x.js");
    }

    @Test
    void writesJson() throws IOException {
        assertThat(Json.write(Map.of("k", List.of(1, 2.5, true, "a\"\n"))))
            .isEqualTo("{\"k\":[1,2.5,true,\"a\\\"\\u000a\"]}");
        assertThat(Json.write(new Curve("c", new double[] {1e-300, Double.NaN, Double.NEGATIVE_INFINITY})))
            .isEqualTo("{\"name\":\"c\",\"values\":[1.0E-300,\"NaN\",\"-Infinity\"]}");
        assertThat(Json.write(null)).isEqualTo("null");
        assertThatThrownBy(() -> Json.write(new Object())).isInstanceOf(IOException.class);
    }

    @Test
    void knowsJson() {
        for (final String json : List.of("{}", " [1, -2.5e3, \"a\\u00e4\\\\\", {\"b\":[null,true]}] ", "\"\"")) {
            assertThat(Json.isJson(json)).as(json).isTrue();
        }
        for (final String text : List.of("", "rows 3", "{a:1}", "[1,]", "01", "\"a", "\"a\n\"", "\"\\x\"", "{\"a\"}")) {
            assertThat(Json.isJson(text)).as(text).isFalse();
        }
    }
}

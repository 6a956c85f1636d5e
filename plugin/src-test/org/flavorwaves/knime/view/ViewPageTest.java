package org.flavorwaves.knime.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Scriptable;

/** What a page says when the window around it answers its request for data; the scripts run, on a page of stubs. */
class ViewPageTest {
    private static final String PAGE = """
        var elements = {}, listener, request, options, drawn = 0;
        var document = { getElementById: function (id) {
          return elements[id] || (elements[id] = { hidden: false, textContent: '', className: '', value: '',
            add: function () { }, addEventListener: function () { } });
        } };
        var window = { parent: { postMessage: function (message) { request = message; } },
          addEventListener: function (type, f) { if (type === 'message') { listener = f; } },
          removeEventListener: function () { } };
        var chart = { setOption: function (given) { options = given; drawn++; }, resize: function () { } };
        var echarts = { init: function () { return chart; } };
        function Option() { }
        """;

    private static final String ANSWER = """
        listener({ data: { type: 'UIExtensionResponse', requestId: request.requestId,
          payload: { initialData: INITIAL } } });
        """;

    private static final String STATE = """
        [document.getElementById('note').textContent, document.getElementById('note').className, drawn,
          document.getElementById('chart').hidden].join('|')
        """;

    static List<String> pages() {
        return List.of(ViewPage.dispersion(), ViewPage.growth(), ViewPage.waves(), ViewPage.path());
    }

    /** The note, its class, how often something was drawn and whether the chart is hidden. */
    private static String shown(final String page, final String initialData) {
        return shown(page, initialData, STATE);
    }

    private static String shown(final String page, final String initialData, final String question) {
        final String[] scripts = page.split("<script>");
        try (Context context = Context.enter()) {
            context.setOptimizationLevel(-1);
            context.setLanguageVersion(Context.VERSION_ES6);
            final Scriptable scope = context.initStandardObjects();
            run(context, scope, PAGE);
            run(context, scope, scripts[2].split("</script>")[0]);
            run(context, scope, scripts[3].split("</script>")[0]);
            return run(context, scope, ANSWER.replace("INITIAL", initialData) + question);
        }
    }

    private static String run(final Context context, final Scriptable scope, final String script) {
        return Context.toString(context.evaluateString(scope, script, "page", 1, null));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void errorsOfTheNodeAreShown(final String page) {
        assertThat(shown(page, "'{\"userError\": {\"message\": \"Too many bands.\", \"details\": \"Choose fewer.\"}}'"))
            .isEqualTo("Too many bands. Choose fewer.|error|0|true");
        assertThat(shown(page, "'{\"internalError\": {\"message\": \"no column k\", \"typeName\": \"E\"}}'"))
            .isEqualTo("The data of this view could not be made: no column k|error|0|true");
        assertThat(shown(page, "{ internalError: { message: null, typeName: 'java.lang.Error' } }"))
            .isEqualTo("The data of this view could not be made: java.lang.Error|error|0|true");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void nothingToShowIsSaid(final String page) {
        assertThat(shown(page, "'{\"result\": {\"cells\": []}}'")).startsWith("Nothing to show: ").endsWith("||0|true");
        for (final String nothing : List.of("undefined", "null", "''", "'{\"result\": null}'")) {
            assertThat(shown(page, nothing)).isEqualTo("Nothing to show: the node has sent no data.||0|true");
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void damagedDataAreSaidToFail(final String page) {
        assertThat(shown(page, "'{\"result\": '")).startsWith("The view failed: ").endsWith("|error|0|true");
        assertThat(shown(page, "'{\"result\": {\"cells\": [{}]}}'")).startsWith("The view failed: ")
            .endsWith("|error|0|true");
    }

    @Test
    void dataAreDrawn() {
        final String band = "{\"number\": 0, \"kind\": [\"unstable\"], \"k\": [1], \"re\": [0], \"im\": [2]}";
        assertThat(shown(ViewPage.dispersion(), "'{\"result\": {\"waveNumberUnit\": \"\", \"rateUnit\": \"\", "
            + "\"cells\": [{\"name\": \"\", \"bands\": 1, \"shown\": [" + band + "]}]}}'"))
            .isEqualTo("Fastest growth of the list: 2.00000 at k = 1.00000.||1|false");
    }

    @Test
    void frequenciesThatAreRoundingHaveTheScaleOfTheGrowth() {
        assertThat(frequencyEnds("3e-16, -1e-16", "2, 1.5")).isEqualTo("-2,2");
        assertThat(frequencyEnds("3e-6, -1e-16", "2, 1.5")).isEqualTo("undefined,undefined");
        assertThat(frequencyEnds("0, 0", "0, 0")).isEqualTo("undefined,undefined");
    }

    private static String frequencyEnds(final String re, final String im) {
        final String page = ViewPage.dispersion();
        final String band = "{\"number\": 0, \"kind\": [\"unstable\", \"unstable\"], \"k\": [1, 2], "
            + "\"re\": [" + re + "], \"im\": [" + im + "]}";
        final String data = "{\"result\": {\"waveNumberUnit\": \"\", \"rateUnit\": \"\", "
            + "\"cells\": [{\"name\": \"\", \"bands\": 1, \"shown\": [" + band + "]}]}}";
        return shown(page, "'" + data + "'", "var ends = options.yAxis[1]; ends.min + ',' + ends.max");
    }
}

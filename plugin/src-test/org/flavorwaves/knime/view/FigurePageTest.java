package org.flavorwaves.knime.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.mozilla.javascript.Context;
import org.mozilla.javascript.Scriptable;

/** What the page says when the window around it answers its request for data; its scripts run on a page of stubs. */
class FigurePageTest {
    private static final String PAGE = FigurePage.of("Title");

    private static final String STUBS = """
        var elements = {}, listener, request, options, drawn = 0;
        function element() {
          return { hidden: false, textContent: '', className: '', value: '', style: {}, clientWidth: 800,
            clientHeight: 600, add: function () { }, addEventListener: function () { }, appendChild: function () { },
            setAttribute: function (name, value) { this[name] = value; },
            getAttribute: function () { return 'false'; } };
        }
        var document = { getElementById: function (id) { return elements[id] || (elements[id] = element()); },
          createElement: element, createTextNode: element };
        var window = { parent: { postMessage: function (message) { request = message; } },
          addEventListener: function (type, f) { if (type === 'message') { listener = f; } },
          removeEventListener: function () { } };
        var echarts = { init: function () {
          return { setOption: function (given) { options = given; drawn++; }, resize: function () { } };
        } };
        function Option() { }
        """;

    private static final String ANSWER = """
        listener({ data: { type: 'UIExtensionResponse', requestId: request.requestId,
          payload: { initialData: INITIAL } } });
        """;

    private static final String STATE = """
        [document.getElementById('note').textContent, document.getElementById('note').className, drawn,
          document.getElementById('frame').hidden].join('|')
        """;

    private static final String PANEL = """
        {"title": "", "map": false, "colors": [], "heat": [], "frames": [], \
        "x": {"quantity": "K", "unit": "cm^-1", "log": false, "min": "NaN", "max": "NaN"}, \
        "y": {"quantity": "Im", "unit": "s^-1", "log": LOG, "min": "NaN", "max": "NaN"}, \
        "series": [{"name": "unstable", "kind": "LINE", "color": "RED", "x": [1, "NaN", 2], "y": [2e10, "NaN", Y], \
        "values": [], "labels": [], "shifts": [1, -2], "all": ALL}]}""".replace("\n", " ");

    private static String shown(final String initialData) {
        return shown(initialData, STATE);
    }

    private static String shown(final String initialData, final String question) {
        try (Context context = Context.enter()) {
            context.setOptimizationLevel(-1);
            context.setLanguageVersion(Context.VERSION_ES6);
            final Scriptable scope = context.initStandardObjects();
            run(context, scope, STUBS);
            run(context, scope, PAGE.split("<script>")[2].split("</script>")[0]);
            return run(context, scope, ANSWER.replace("INITIAL", initialData) + question);
        }
    }

    private static String run(final Context context, final Scriptable scope, final String script) {
        return Context.toString(context.evaluateString(scope, script, "page", 1, null));
    }

    private static String figure(final String panels) {
        return "'{\"result\": {\"title\": \"T\", \"nothing\": \"no wave grows\", \"all\": 1, \"cells\": "
            + "[{\"name\": \"\", \"caption\": \"Grows at 6.25e10 s^-1.\", \"panels\": [" + panels + "]}]}}'";
    }

    private static String panel(final boolean log, final String y, final int all) {
        return PANEL.replace("LOG", Boolean.toString(log)).replace("Y", y).replace("ALL", Integer.toString(all));
    }

    @Test
    void pageNeedsNoOtherFileAndIsBelowAMegabyte() {
        assertThat(PAGE.contains("UIExtensionRequest") && PAGE.contains("echarts")).isTrue();
        for (final String part : new String[]{"/*ECHARTS*/", "/*CHART*/", "/*TITLE*/", "<script src", "<link"}) {
            assertThat(PAGE.contains(part)).as(part).isFalse();
        }
        assertThat(PAGE.length()).isLessThan(750_000);
    }

    @Test
    void errorsOfTheNodeAreShown() {
        assertThat(shown("'{\"userError\": {\"message\": \"Too many bands.\", \"details\": \"Choose fewer.\"}}'"))
            .isEqualTo("Too many bands. Choose fewer.|error|0|true");
        assertThat(shown("'{\"internalError\": {\"message\": \"no column k\", \"typeName\": \"E\"}}'"))
            .isEqualTo("The data of this view could not be made: no column k|error|0|true");
        assertThat(shown("{ internalError: { message: null, typeName: 'java.lang.Error' } }"))
            .isEqualTo("The data of this view could not be made: java.lang.Error|error|0|true");
    }

    @Test
    void nothingToShowIsSaid() {
        assertThat(shown("'{\"result\": {\"nothing\": \"no wave grows\", \"cells\": []}}'"))
            .isEqualTo("Nothing to show: no wave grows.||0|true");
        assertThat(shown(figure(""))).isEqualTo("Nothing to show: no wave grows.||0|true");
        for (final String nothing : List.of("undefined", "null", "''", "'{\"result\": null}'")) {
            assertThat(shown(nothing)).isEqualTo("Nothing to show: the node has sent no data.||0|true");
        }
    }

    @Test
    void damagedDataAreSaidToFail() {
        assertThat(shown("'{\"result\": '")).startsWith("The view failed: ").endsWith("|error|0|true");
        assertThat(shown("'{\"result\": {\"cells\": [{}]}}'")).startsWith("The view failed: ")
            .endsWith("|error|0|true");
    }

    @Test
    void pointsThatWereLeftOutAreCounted() {
        assertThat(shown(figure(panel(false, "3", 900)))).startsWith("Drawn: 3 of 900 points").endsWith("||1|false");
        assertThat(shown(figure(panel(false, "3", 3)))).isEqualTo("||1|false");
    }

    @Test
    void numbersAreWrittenAsPeopleDo() {
        final String figure = figure(panel(false, "3e10", 3));
        assertThat(shown(figure, "document.getElementById('caption').textContent"))
            .isEqualTo("Grows at 6.25 × 10¹⁰ s⁻¹.");
        assertThat(shown(figure, "options.yAxis[0].name + '|' + options.series[0].data[2].value"))
            .isEqualTo("Im [10¹⁰ s⁻¹]|2,3");
        assertThat(shown(figure, "[numbers.quantity(6.25e10, 's^-1'), numbers.quantity(-0.25, ''), "
            + "numbers.axisName({ quantity: 'k', unit: '' }, 0), numbers.axisName({ quantity: 'D', unit: '1' }, 0)]"
            + ".join('|')"))
            .isEqualTo("6.25 × 10¹⁰ s⁻¹|−0.25|k [natural units]|D");
    }

    @Test
    void logarithmicAxesEndAtDecadesAndLeaveOutWhatIsNotPositive() {
        final String figure = figure(panel(true, "-3", 3));
        assertThat(shown(figure, "[options.yAxis[0].min, options.yAxis[0].max, options.series[0].data[2].value]"
            + ".join('|')")).isEqualTo("10|11|NaN,NaN");
    }

    /** The first piece of the curve moves once by the shifts, the second twice against them. */
    @Test
    void aChosenFrameMovesThePiecesOfCurves() {
        final String framed = panel(false, "3e10", 3).replace("\"frames\": []", "\"frames\": [{\"name\": \"shifted\", "
            + "\"base\": \"physical\", \"title\": \"moved\", \"byX\": 10, \"byY\": 1e10, \"own\": [], "
            + "\"x\": AXIS(k, cm^-1), \"y\": AXIS(Re, s^-1)}]").replaceAll("AXIS\\((.*?), (.*?)\\)",
                "{\"quantity\": \"$1\", \"unit\": \"$2\", \"log\": false, \"min\": \"NaN\", \"max\": \"NaN\"}");
        final String drawn = "[options.xAxis[0].name, options.series[0].data.map(function (d) { return d.value; })"
            + ".join(';'), document.getElementById('frames').hidden].join('|')";
        final String choose = "document.getElementById('frame-of').selectedIndex = WHICH;"
            + "document.getElementById('frame-of').onchange();";
        assertThat(shown(figure(framed), drawn)).isEqualTo("K [cm⁻¹]|1,2;NaN,NaN;2,3|false");
        assertThat(shown(figure(framed), choose.replace("WHICH", "1") + drawn))
            .isEqualTo("k [cm⁻¹]|11,3;NaN,NaN;-18,1|false");
        assertThat(shown(figure(framed), choose.replace("WHICH", "1") + choose.replace("WHICH", "0") + drawn))
            .isEqualTo("K [cm⁻¹]|1,2;NaN,NaN;2,3|false");
        assertThat(shown(figure(panel(false, "3", 3)), drawn)).endsWith("|true");
    }

    /** A panel without curves has no say in the range of one with the same quantity to the right. */
    @Test
    void panelsWithoutCurvesLeaveTheRangeToOthers() {
        final String small = panel(false, "3", 3).replace("[1, \"NaN\", 2]", "[1e-10, \"NaN\", 2e-10]");
        final String empty = panel(false, "3", 3).replaceAll("\"series\": .*", "\"series\": []}");
        assertThat(shown(figure(small + ", " + empty), "[options.xAxis[0].name, options.xAxis[0].min, "
            + "options.xAxis[0].max, options.xAxis[1].max].join('|')")).isEqualTo("K [10⁻¹⁰ cm⁻¹]|1|2|2");
    }
}

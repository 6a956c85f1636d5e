package org.flavorwaves.workflows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.flavorwaves.build.ProjectTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the views of all nodes in Chromium and uses them; skipped where there is none. */
class ViewsInBrowserTest {
    private static final List<String> WORKFLOWS = List.of("bands-two-beams", "columns-to-bands",
        "crossing-of-a-polynomial", "entropy-pure-and-mixed", "equilibrium-msw", "file-to-entropy",
        "flavomon-equilibrium", "flavomon-kinetics-conserves", "flavomons-linear-spectrum",
        "flavor-wave-density-matrix", "flavor-wave-relaxation", "flavor-wave-spectrum",
        "kinetics-two-beams", "moments-to-fields", "path-spectral-split", "qke-helix", "rays-in-matter",
        "survey-two-beams", "temperature-of-magnets", "transport-bulb", "transport-slab", "unstable-two-beams");

    private static final int MEGABYTE = 1_000_000;

    private static final Pattern NAME = Pattern.compile("\\.name\\(\"([^\"]+)\"\\)");

    /** Waits until the page has drawn or said something, and says what. */
    private static final String READY = """
        async () => {
          for (let i = 0; i < 200; i++) {
            await new Promise(resolve => setTimeout(resolve, 25));
            const said = document.getElementById('note');
            if (document.readyState === 'complete' && (document.querySelector('canvas') || said.textContent)) {
              return [document.title, said.textContent, !!document.querySelector('canvas'),
                document.documentElement.scrollWidth <= window.innerWidth,
                getComputedStyle(document.body).backgroundColor].join('|');
            }
          }
          return 'nothing drawn';
        }""";

    /** Uses everything on the page; returns what it got, or where it failed. */
    private static final String USE = """
        async () => {
          const byId = id => document.getElementById(id);
          const buttons = [...document.querySelectorAll('#legend button')];
          buttons.concat(buttons).forEach(button => button.click());
          if (!byId('log').hidden) { byId('log').click(); }
          ['in', 'out', 'reset'].forEach(id => byId(id).click());
          ['+', '-', 'ArrowLeft', 'ArrowUp', '0'].forEach(key =>
            byId('chart').dispatchEvent(new KeyboardEvent('keydown', { key: key })));
          const box = byId('chart').getBoundingClientRect();
          const point = (target, type, x, y) =>
            target.dispatchEvent(new PointerEvent(type, { clientX: box.left + x, clientY: box.top + y }));
          let words = '';
          for (let y = 20; y < box.height; y += 6) {
            for (let x = 70; x < box.width && !words; x += 6) {
              point(byId('chart'), 'pointermove', x, y);
              words = byId('hover').hidden ? '' : byId('hover').textContent;
            }
          }
          point(byId('chart'), 'pointerdown', 120, 60);
          point(byId('chart'), 'pointermove', 260, 120);
          point(window, 'pointerup', 260, 120);
          byId('chart').dispatchEvent(new MouseEvent('dblclick'));
          const saved = [];
          HTMLAnchorElement.prototype.click = function () {
            saved.push(this.download + ' ' + (this.href.length > 200));
          };
          ['save-svg', 'save-png', 'save-csv'].forEach(id => byId(id).click());
          const svg = new DOMParser().parseFromString(flavorwaves.svg(), 'image/svg+xml');
          if (svg.querySelector('parsererror')) { return 'the SVG is damaged'; }
          if (flavorwaves.svg() !== flavorwaves.svg()) { return 'the SVG is another one each time'; }
          const image = new Image();
          image.src = flavorwaves.png();
          await image.decode();
          if (image.naturalWidth !== 2160) { return 'the PNG is ' + image.naturalWidth + ' wide'; }
          const lines = flavorwaves.csv().trim().split('\\n');
          if (lines.length < 2 || lines.some(line => /NaN|undefined/.test(line))) { return 'no data: ' + lines[1]; }
          byId('table').open = true;
          await new Promise(resolve => setTimeout(resolve, 50));
          if (document.querySelectorAll('#table tr').length < 2) { return 'no table'; }
          const choice = byId('cell');
          if (choice.options.length > 1) {
            choice.selectedIndex = choice.options.length - 1;
            choice.dispatchEvent(new Event('change'));
            byId('search').value = choice.options[0].text;
            byId('search').dispatchEvent(new Event('input'));
          }
          const frame = byId('frame-of');
          if (!byId('frames').hidden) {
            const heads = () => new Set(flavorwaves.csv().trim().split('\\n').slice(1).map(l => l.split(',')[1]));
            const before = heads();
            frame.selectedIndex = 1;
            frame.dispatchEvent(new Event('change'));
            if ([...heads()].some(head => before.has(head))) { return 'the frame stays the same'; }
            if (!document.querySelector('canvas')) { return 'nothing drawn in the other frame'; }
          }
          if (!words) { return 'nothing under the pointer'; }
          return saved.map(name => name.replace(/^[^.]*/, '')).join(',');
        }""";

    /** What a screen reader or a keyboard does not reach; empty if nothing. */
    private static final String ACCESS = """
        async () => {
          const bad = [];
          const shown = e => !e.closest('[hidden]') && getComputedStyle(e).display !== 'none';
          const all = [...document.querySelectorAll('button, select, input, summary, [tabindex]')].filter(shown);
          for (const e of all) {
            const name = e.getAttribute('aria-label') || e.textContent.trim() || (e.labels && e.labels[0]
              && e.labels[0].textContent.trim());
            if (!name) { bad.push('no name: ' + e.outerHTML.slice(0, 80)); }
            if (e.tabIndex !== 0) { bad.push('not reached: ' + name); }
            e.focus();
            if (document.activeElement !== e) { bad.push('no focus: ' + name); }
          }
          const chart = document.getElementById('chart');
          const caption = document.getElementById('caption').textContent;
          if (shown(chart) && !chart.getAttribute('aria-label').includes(caption)) { bad.push('chart without name'); }
          if (!document.documentElement.lang || !document.querySelector('h1').textContent) { bad.push('no heading'); }
          if (!/--figures/.test(document.querySelector('noscript').textContent)) { bad.push('no word without script'); }
          return bad.join('; ');
        }""";

    /** Searches the list of cells; returns what it offers, and what is shown then. */
    private static final String SEARCH = """
        async () => {
          const search = document.getElementById('search');
          const choice = document.getElementById('cell');
          search.value = 'cell 7';
          search.dispatchEvent(new Event('input'));
          const missing = [...choice.options].filter(o => o.disabled).length;
          return choice.options.length + '|' + missing + '|' + document.getElementById('caption').textContent;
        }""";

    @TempDir
    private Path m_folder;

    private static void run(final String... arguments) {
        final Command.Output output = Command.run(arguments);
        assertThat(output.exit()).as(String.join(" ", arguments) + output.text()).isZero();
    }

    private List<Path> views() throws IOException {
        for (final String workflow : WORKFLOWS) {
            run("run", ProjectTree.root().resolve("test-workflows/" + workflow).toString(), "--out",
                m_folder.resolve(workflow).toString(), "--figures", "svg,png");
        }
        final String times = evolution(1).toString();
        final String cost = Files.writeString(m_folder.resolve("cost.csv"), "wall_time\n2.5\n").toString();
        run("node", "Compare Evolutions", "--in", "1=" + times, "--in", "2=" + evolution(0.9), "--in", "3=" + cost,
            "--in", "4=" + evolution(0.99), "--in", "5=" + cost, "--out",
            m_folder.resolve("single/1-Compare Evolutions").toString());
        run("node", "Stability Survey", "--in", "1=" + volume(), "--out",
            m_folder.resolve("single/2-Stability Survey").toString());
        run("node", "Unstable Flavor Waves", "--in", "1=" + m_folder.resolve("columns-to-bands/2-Table to Distribution"
            + "/port_1.csv"), "--set", "maximumIn=BOX", "--set", "kAcrossCount=3", "--set", "kCount=7", "--out",
            m_folder.resolve("single/3-Unstable Flavor Waves").toString());
        try (Stream<Path> files = Files.walk(m_folder)) {
            return files.filter(file -> file.endsWith("view.html")).sorted().toList();
        }
    }

    private Path evolution(final double end) throws IOException {
        return Files.writeString(m_folder.resolve("evolution" + end + ".csv"),
            "t,mode,Pz\n0.0,0,1.0\n1.0,0," + (1 - 0.5 * end) + "\n2.0,0," + (1 - end) + "\n");
    }

    /** Two beams in each cell of a small volume, whose strength differs from cell to cell. */
    private Path volume() throws IOException {
        final StringBuilder text = new StringBuilder("cell,x,y,z,species,mu,weight,P0,Px,Py,Pz\n");
        for (int c = 0; c < 27; c++) {
            final String place = "c" + c + "," + c % 3 + "," + c / 3 % 3 + "," + c / 9;
            text.append(place).append(",nu,1.0,").append(1 + c % 5).append(",1.0,0.0,0.0,1.0\n").append(place)
                .append(",nubar,-1.0,").append(c == 4 ? 0 : 1 + c % 5).append(",1.0,0.0,0.0,1.0\n");
        }
        return Files.writeString(m_folder.resolve("volume.csv"), text);
    }

    /** All nodes that declare a view. */
    private static Set<String> nodesWithViews() throws IOException {
        final Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(ProjectTree.root().resolve("plugin/src"))) {
            for (final Path file : files.filter(f -> f.toString().endsWith("NodeFactory.java")).toList()) {
                final String text = Files.readString(file);
                final Matcher name = NAME.matcher(text);
                if (text.contains(".addView(") && name.find()) {
                    names.add(name.group(1));
                }
            }
        }
        return names;
    }

    @Test
    void everyViewDrawsAndCanBeUsed() throws Exception {
        final Optional<Path> program = Browser.program();
        assumeTrue(program.isPresent(), "There is no Chromium, so the views are not opened.");
        final List<Path> views = views();
        final Set<String> nodes = new TreeSet<>();
        try (Browser browser = Browser.start(program.get(), m_folder.resolve("profile"))) {
            for (final Path view : views) {
                final String name = m_folder.relativize(view).toString();
                assertThat(Files.size(view)).as(name).isLessThan(MEGABYTE);
                nodes.add(view.getParent().getFileName().toString().replaceFirst("^\\d+-", ""));
                browser.open(view, 1000, false);
                final String[] light = browser.run(READY).split("\\|");
                assertThat(light).as(name).hasSize(5);
                assertThat(light[4]).as(name).isEqualTo("rgb(255, 255, 255)");
                assertThat(browser.run(ACCESS)).as(name).isEmpty();
                if (light[2].equals("true")) {
                    assertThat(browser.run(USE)).as(name).isEqualTo(".svg true,.png true,.csv true");
                } else {
                    assertThat(light[1]).as(name).startsWith("Nothing to show: ");
                }
                assertThat(browser.errors()).as(name).isEmpty();
                browser.open(view, 420, true);
                final String[] dark = browser.run(READY).split("\\|");
                assertThat(dark[3]).as(name + " fits a narrow window").isEqualTo("true");
                assertThat(dark[4]).as(name).isEqualTo("rgb(27, 33, 38)");
                assertThat(browser.errors()).as(name).isEmpty();
            }
        }
        assertThat(nodes).containsExactlyInAnyOrderElementsOf(nodesWithViews());
    }

    /** 10^5 points in many cells: points are thinned, cells are left out, and the page says both. */
    @Test
    void largeTablesAreThinnedAndSaySo() throws Exception {
        final Optional<Path> program = Browser.program();
        assumeTrue(program.isPresent(), "There is no Chromium, so the views are not opened.");
        final StringBuilder text = new StringBuilder("cell,species,E,mu,weight,P0,Px,Py,Pz\n");
        for (int c = 0; c < 25; c++) {
            for (int m = 0; m < 4000; m++) {
                text.append("cell ").append(c).append(",nu,").append(1 + 0.01 * m).append(",0.5,1.0,1.0,0.0,0.0,")
                    .append(Math.sin(0.01 * m * (c + 1))).append('\n');
            }
        }
        final Path states = Files.writeString(m_folder.resolve("states.csv"), text);
        run("node", "Flavor Entropy", "--in", "1=" + states, "--out", m_folder.resolve("many").toString());
        final Path view = m_folder.resolve("many/view.html");
        assertThat(Files.size(view)).isLessThan(MEGABYTE);
        try (Browser browser = Browser.start(program.get(), m_folder.resolve("profile"))) {
            browser.open(view, 1000, false);
            final String[] ready = browser.run(READY).split("\\|");
            assertThat(ready[1]).contains("of 25 cells and leaves out cell ", "Drawn: 2").contains("of 4000 points");
            assertThat(browser.run(SEARCH)).startsWith("1|1|cell 0:");
            assertThat(browser.errors()).isEmpty();
        }
    }
}

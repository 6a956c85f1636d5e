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
import java.util.stream.Stream;

import org.flavorwaves.build.ProjectTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opens the views of all nodes in Chromium and uses them; skipped where there is none. */
class ViewsInBrowserTest {
    private static final List<String> WORKFLOWS = List.of("bands-two-beams", "crossing-of-a-polynomial",
        "entropy-pure-and-mixed", "equilibrium-msw", "flavomon-kinetics-conserves", "flavomons-linear-spectrum",
        "kinetics-two-beams", "path-spectral-split", "qke-helix", "rays-in-matter", "survey-two-beams",
        "temperature-of-magnets", "unstable-two-beams");

    private static final Set<String> TITLES = Set.of("Angular distribution", "Crossings", "Equilibrium path",
        "Flavomon dispersion", "Flavomon kinetics", "Flavor entropy", "Flavor temperature", "Flavor-wave bands",
        "Flavor-wave kinetics", "Growing flavor waves", "Mixing equilibrium", "Rays of flavor waves",
        "Resolved evolution", "Stability survey");

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
          if (!words) { return 'nothing under the pointer'; }
          return saved.map(name => name.replace(/^[^.]*/, '')).join(',');
        }""";

    @TempDir
    private Path m_folder;

    private List<Path> views() throws IOException {
        for (final String workflow : WORKFLOWS) {
            Command.run("run", ProjectTree.root().resolve("test-workflows/" + workflow).toString(), "--out",
                m_folder.resolve(workflow).toString());
        }
        try (Stream<Path> files = Files.walk(m_folder)) {
            return files.filter(file -> file.endsWith("view.html")).sorted().toList();
        }
    }

    @Test
    void everyViewDrawsAndCanBeUsed() throws Exception {
        final Optional<Path> program = Browser.program();
        assumeTrue(program.isPresent(), "There is no Chromium, so the views are not opened.");
        final List<Path> views = views();
        final Set<String> titles = new TreeSet<>();
        try (Browser browser = Browser.start(program.get(), m_folder.resolve("profile"))) {
            for (final Path view : views) {
                final String name = m_folder.relativize(view).toString();
                browser.open(view, 1000, false);
                final String[] light = browser.run(READY).split("\\|");
                assertThat(light).as(name).hasSize(5);
                titles.add(light[0]);
                assertThat(light[4]).as(name).isEqualTo("rgb(255, 255, 255)");
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
        assertThat(titles).containsAll(TITLES);
    }
}

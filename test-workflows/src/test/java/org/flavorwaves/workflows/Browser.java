package org.flavorwaves.workflows;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Chromium without a window, driven by its debugging protocol. */
final class Browser implements AutoCloseable {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

    private static final Pattern SOCKET = Pattern.compile("ws://[^\\s\"]+");

    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

    private static final Pattern VALUE = Pattern.compile("\"value\":\"([^\"]*)\"");

    private static final long SECONDS = 60;

    private final Process m_process;

    private final WebSocket m_socket;

    private final AtomicInteger m_number = new AtomicInteger();

    private final Map<Integer, CompletableFuture<String>> m_answers = new ConcurrentHashMap<>();

    private final List<String> m_errors = Collections.synchronizedList(new ArrayList<>());

    private Browser(final Process process, final WebSocket socket, final Inbox inbox) {
        m_process = process;
        m_socket = socket;
        inbox.m_reader = this::read;
    }

    /** The program, if there is one on the path. */
    static Optional<Path> program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name))).filter(Files::isExecutable)
            .findFirst();
    }

    static Browser start(final Path program, final Path profile) throws Exception {
        final Process process = new ProcessBuilder(program.toString(), "--headless=new", "--no-sandbox",
            "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--remote-debugging-port=0",
            "--remote-allow-origins=*", "--user-data-dir=" + profile, "about:blank").start();
        try {
            final int port = URI.create(socketOf(process)).getPort();
            final HttpClient client = HttpClient.newHttpClient();
            final String tabs = client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/json"))
                .build(), BodyHandlers.ofString()).body();
            final Matcher page = Pattern.compile("ws://[^\"]+/page/[^\"]+").matcher(tabs);
            if (!page.find()) {
                throw new IOException("The browser has no page: " + tabs);
            }
            final Inbox inbox = new Inbox();
            final WebSocket socket = client.newWebSocketBuilder().buildAsync(URI.create(page.group()), inbox)
                .get(SECONDS, TimeUnit.SECONDS);
            final Browser browser = new Browser(process, socket, inbox);
            for (final String domain : List.of("Page", "Runtime", "Log")) {
                browser.send(domain + ".enable", "{}");
            }
            return browser;
        } catch (final Exception e) {
            process.destroyForcibly();
            throw e;
        }
    }

    private static String socketOf(final Process process) throws IOException {
        final BufferedReader lines =
            new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            final Matcher socket = SOCKET.matcher(line);
            if (socket.find()) {
                final Thread rest = new Thread(() -> lines.lines().forEach(each -> { }), "browser");
                rest.setDaemon(true);
                rest.start();
                return socket.group();
            }
        }
        throw new IOException("The browser ended before it could be spoken to.");
    }

    /** Joins the parts of messages. */
    private static final class Inbox implements WebSocket.Listener {
        private final StringBuilder m_text = new StringBuilder();

        private volatile Consumer<String> m_reader = text -> { };

        @Override
        public CompletionStage<?> onText(final WebSocket socket, final CharSequence data, final boolean last) {
            m_text.append(data);
            if (last) {
                m_reader.accept(m_text.toString());
                m_text.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }

    private void read(final String message) {
        final Matcher id = ID.matcher(message);
        if (message.startsWith("{\"id\"") && id.find()) {
            m_answers.remove(Integer.parseInt(id.group(1))).complete(message);
        } else if (message.contains("\"Runtime.exceptionThrown\"") || message.contains("\"Log.entryAdded\"")) {
            m_errors.add(message);
        }
    }

    private String send(final String method, final String parameters) throws Exception {
        final int id = m_number.incrementAndGet();
        final CompletableFuture<String> answer = new CompletableFuture<>();
        m_answers.put(id, answer);
        m_socket.sendText("{\"id\":" + id + ",\"method\":\"" + method + "\",\"params\":" + parameters + "}", true)
            .get(SECONDS, TimeUnit.SECONDS);
        return answer.get(SECONDS, TimeUnit.SECONDS);
    }

    /** Opens a page in a window of a size, in light or dark. */
    void open(final Path page, final int width, final boolean dark) throws Exception {
        m_errors.clear();
        send("Emulation.setDeviceMetricsOverride", "{\"width\":" + width
            + ",\"height\":720,\"deviceScaleFactor\":1,\"mobile\":false}");
        send("Emulation.setEmulatedMedia", "{\"features\":[{\"name\":\"prefers-color-scheme\",\"value\":\""
            + (dark ? "dark" : "light") + "\"}]}");
        send("Page.navigate", "{\"url\":\"" + page.toUri() + "\"}");
    }

    /** Runs an asynchronous function of the page and returns the text that it returns. */
    String run(final String function) throws Exception {
        final String escaped = ("(async () => encodeURIComponent(await (" + function + ")()))()").replace("\\", "\\\\")
            .replace("\"", "\\\"").replace("\n", "\\n");
        final String answer = send("Runtime.evaluate",
            "{\"expression\":\"" + escaped + "\",\"awaitPromise\":true,\"returnByValue\":true}");
        final Matcher value = VALUE.matcher(answer);
        return value.find() ? URLDecoder.decode(value.group(1), StandardCharsets.UTF_8) : "failed: " + answer;
    }

    /** What scripts threw and what the browser logged since the page was opened. */
    List<String> errors() {
        return List.copyOf(m_errors);
    }

    @Override
    public void close() throws InterruptedException {
        m_process.destroy();
        if (!m_process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            m_process.destroyForcibly();
        }
    }
}

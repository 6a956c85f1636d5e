package org.flavorwaves.embedded.node;

import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the data of a view as JSON: texts, numbers, truth values, enums, arrays, lists, maps and records. Numbers that
 * JSON does not know, NaN and the infinities, become texts.
 */
public final class Json {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private static final Pattern ESCAPE = Pattern.compile("\\\\([\"\\\\/bfnrt]|u[0-9a-fA-F]{4})");

    private final String m_text;

    private int m_at;

    private Json(final String text) {
        m_text = text;
    }

    /**
     * Writes a value.
     *
     * @param value the value; may be null
     * @return the JSON text
     * @throws IOException if there is no JSON for a class
     */
    public static String write(final Object value) throws IOException {
        final StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(final Object value, final StringBuilder out) throws IOException {
        if (value == null || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof Number) {
            final String number = value.toString();
            out.append(NUMBER.matcher(number).matches() ? number : '"' + number + '"');
        } else if (value instanceof CharSequence || value instanceof Character) {
            writeText(value.toString(), out);
        } else if (value instanceof Enum<?>) {
            writeText(((Enum<?>) value).name(), out);
        } else if (value instanceof Optional<?>) {
            write(((Optional<?>) value).orElse(null), out);
        } else if (value instanceof Map<?, ?>) {
            writeMap((Map<?, ?>) value, out);
        } else if (value instanceof Iterable<?>) {
            writeList((Iterable<?>) value, out);
        } else if (value.getClass().isArray()) {
            writeArray(value, out);
        } else if (value instanceof Record) {
            writeRecord((Record) value, out);
        } else {
            throw new IOException("There is no JSON for " + value.getClass().getName());
        }
    }

    private static void writeText(final String text, final StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private static void writeMap(final Map<?, ?> map, final StringBuilder out) throws IOException {
        char separator = '{';
        for (final Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(separator);
            writeText(String.valueOf(entry.getKey()), out);
            out.append(':');
            write(entry.getValue(), out);
            separator = ',';
        }
        out.append(map.isEmpty() ? "{}" : "}");
    }

    private static void writeList(final Iterable<?> list, final StringBuilder out) throws IOException {
        char separator = '[';
        for (final Object element : list) {
            out.append(separator);
            write(element, out);
            separator = ',';
        }
        out.append(separator == '[' ? "[]" : "]");
    }

    private static void writeArray(final Object array, final StringBuilder out) throws IOException {
        out.append('[');
        for (int i = 0; i < Array.getLength(array); i++) {
            if (i > 0) {
                out.append(',');
            }
            write(Array.get(array, i), out);
        }
        out.append(']');
    }

    private static void writeRecord(final Record value, final StringBuilder out) throws IOException {
        char separator = '{';
        for (final RecordComponent component : value.getClass().getRecordComponents()) {
            out.append(separator);
            writeText(component.getName(), out);
            out.append(':');
            try {
                component.getAccessor().setAccessible(true);
                write(component.getAccessor().invoke(value), out);
            } catch (final IllegalAccessException | InvocationTargetException ex) {
                throw new IOException(ex);
            }
            separator = ',';
        }
        out.append(separator == '{' ? "{}" : "}");
    }

    /**
     * Whether a text is JSON.
     *
     * @param text the text
     * @return true if it is one JSON value and nothing else
     */
    public static boolean isJson(final String text) {
        final Json json = new Json(text);
        if (!json.value()) {
            return false;
        }
        json.blanks();
        return json.m_at == text.length();
    }

    private boolean value() {
        blanks();
        if (take("{")) {
            return elements("}", true);
        }
        if (take("[")) {
            return elements("]", false);
        }
        return take("true") || take("false") || take("null") || takeText() || take(NUMBER);
    }

    private boolean elements(final String end, final boolean named) {
        blanks();
        if (take(end)) {
            return true;
        }
        do {
            blanks();
            if (named && !(takeText() && colon())) {
                return false;
            }
            if (!value()) {
                return false;
            }
            blanks();
        } while (take(","));
        return take(end);
    }

    private boolean colon() {
        blanks();
        return take(":");
    }

    private boolean take(final String token) {
        if (m_text.startsWith(token, m_at)) {
            m_at += token.length();
            return true;
        }
        return false;
    }

    private boolean takeText() {
        if (!take("\"")) {
            return false;
        }
        while (m_at < m_text.length()) {
            final char c = m_text.charAt(m_at);
            if (c == '"') {
                m_at++;
                return true;
            }
            if (c < ' ' || c == '\\' && !take(ESCAPE)) {
                return false;
            }
            if (c != '\\') {
                m_at++;
            }
        }
        return false;
    }

    private boolean take(final Pattern token) {
        final Matcher matcher = token.matcher(m_text).region(m_at, m_text.length());
        if (matcher.lookingAt()) {
            m_at = matcher.end();
            return true;
        }
        return false;
    }

    private void blanks() {
        while (m_at < m_text.length() && " \t\n\r".indexOf(m_text.charAt(m_at)) >= 0) {
            m_at++;
        }
    }
}

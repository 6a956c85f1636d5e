package org.knime.core.node.config.base;

import java.util.function.Function;

/** The types of entries, named as in the XML. */
public enum ConfigEntries {

    /** A text. */
    xstring(s -> s),
    /** A 32-bit integer. */
    xint(Integer::valueOf),
    /** A 64-bit floating-point number. */
    xdouble(Double::valueOf),
    /** A 32-bit floating-point number. */
    xfloat(Float::valueOf),
    /** A 64-bit integer. */
    xlong(Long::valueOf),
    /** A 16-bit integer. */
    xshort(Short::valueOf),
    /** An 8-bit integer. */
    xbyte(Byte::valueOf),
    /** A character. */
    xchar(ConfigEntries::parseChar),
    /** A truth value. */
    xboolean(Boolean::valueOf),
    /** A sub-tree. */
    config(null),
    /** An encrypted text, kept as it was read. */
    xpassword(s -> s);

    private final Function<String, Object> m_parse;

    ConfigEntries(final Function<String, Object> parse) {
        m_parse = parse;
    }

    /**
     * Creates an entry of this type from its text.
     *
     * @param key key of the entry
     * @param value text of the value, as in the XML after unescaping
     * @return the entry
     * @throws NumberFormatException if the text is no number where one is needed
     */
    public AbstractConfigEntry createEntry(final String key, final String value) {
        if (this == config) {
            throw new UnsupportedOperationException("Sub-trees are not made from texts");
        }
        return new ConfigEntry(this, key, m_parse.apply(value));
    }

    private static Object parseChar(final String s) {
        if (s.length() != 1) {
            throw new IllegalArgumentException("A character entry takes one character, not \"" + s + "\"");
        }
        return s.charAt(0);
    }
}

package org.flavorwaves.embedded.catalog;

/** Turns the XHTML fragments of descriptions into plain text for a terminal. */
public final class PlainText {

    private PlainText() {
    }

    /**
     * Takes the tags out; paragraphs and list items start on a new line.
     *
     * @param fragment an XHTML fragment
     * @return its text, with single blanks, without blanks at the ends
     */
    public static String of(final String fragment) {
        final String text = fragment.replaceAll("\\s+", " ").replaceAll("(?i)<li[^>]*>", "\n- ")
            .replaceAll("(?i)<(br|p|ul|ol|/ul|/ol|h\\d|dt|dd)\\b[^>]*>", "\n").replaceAll("<[^>]*>", "")
            .replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'")
            .replace("&amp;", "&");
        return text.replaceAll(" *\n[ \n]*", "\n").strip();
    }

    /**
     * Takes the tags out and leaves one line.
     *
     * @param fragment an XHTML fragment
     * @return its text without line breaks
     */
    public static String line(final String fragment) {
        return of(fragment).replace('\n', ' ');
    }
}

package org.flavorwaves.knime.view.paper;

/** Writes SVG: the same bytes on every machine. */
final class SvgPaper implements Paper {
    private final StringBuilder m_out = new StringBuilder();

    private int m_clips;

    @Override
    public void fill(final CharSequence path, final String color, final double opacity) {
        m_out.append("<path d=\"").append(path).append("\" fill=\"").append(color)
            .append(opacity < 1 ? "\" fill-opacity=\"" + Places.text(opacity) : "").append("\"/>\n");
    }

    @Override
    public void stroke(final CharSequence path, final Pen pen) {
        m_out.append("<path d=\"").append(path).append("\" fill=\"none\" stroke=\"").append(pen.color())
            .append("\" stroke-width=\"").append(Places.text(pen.width()))
            .append(pen.dashed() ? "\" stroke-dasharray=\"3 2" : "")
            .append(pen.round() ? "\" stroke-linecap=\"round" : "").append("\"/>\n");
    }

    @Override
    public void text(final double x, final double y, final Anchor anchor, final double size, final String words) {
        m_out.append("<text x=\"").append(Places.text(x)).append("\" y=\"").append(Places.text(y)).append('"');
        end(anchor, size, words);
    }

    private void end(final Anchor anchor, final double size, final String words) {
        m_out.append(anchor == Anchor.START ? "" : anchor == Anchor.END ? " text-anchor=\"end\""
            : " text-anchor=\"middle\"").append(" font-size=\"").append(Places.text(size)).append("\">")
            .append(markup(words, size)).append("</text>\n");
    }

    @Override
    public void label(final double x, final double y, final Anchor anchor, final double size, final String words) {
        m_out.append("<g stroke=\"#ffffff\" stroke-width=\"1.6\" paint-order=\"stroke\">");
        text(x, y, anchor, size, words);
        m_out.append("</g>\n");
    }

    @Override
    public void upwards(final double x, final double y, final double size, final String words) {
        m_out.append("<text transform=\"translate(").append(Places.pair(x, y)).append(") rotate(-90)\"");
        end(Anchor.MIDDLE, size, words);
    }

    @Override
    public void clip(final double left, final double top, final double right, final double bottom,
        final Runnable inside) {
        final String id = "p" + m_clips++;
        m_out.append("<clipPath id=\"").append(id).append("\"><rect x=\"").append(Places.text(left))
            .append("\" y=\"").append(Places.text(top)).append("\" width=\"").append(Places.text(right - left))
            .append("\" height=\"").append(Places.text(bottom - top)).append("\"/></clipPath>\n<g clip-path=\"url(#")
            .append(id).append(")\" stroke-linejoin=\"round\">\n");
        inside.run();
        m_out.append("</g>\n");
    }

    @Override
    public void seamless(final Runnable areas) {
        m_out.append("<g shape-rendering=\"crispEdges\">\n");
        areas.run();
        m_out.append("</g>\n");
    }

    /** Raised characters are smaller and higher, for fonts that have none. */
    private static String markup(final String words, final double size) {
        final StringBuilder out = new StringBuilder();
        boolean lowered = false;
        for (final Words.Run run : Words.runs(words)) {
            if (run.raised()) {
                out.append("<tspan dy=\"").append(Places.text(-Words.RISE * size)).append("\" font-size=\"")
                    .append(Places.text(Words.SMALL * size)).append("\">").append(escaped(run.text()))
                    .append("</tspan>");
            } else if (lowered) {
                out.append("<tspan dy=\"").append(Places.text(Words.RISE * size)).append("\">")
                    .append(escaped(run.text())).append("</tspan>");
            } else {
                out.append(escaped(run.text()));
            }
            lowered = run.raised();
        }
        return out.toString();
    }

    static String escaped(final String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The file, with title and description. */
    String file(final double width, final double height, final double millimeters, final String title,
        final String description) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""
            + Places.text(millimeters) + "mm\" height=\"" + Places.text(millimeters / width * height)
            + "mm\" viewBox=\"0 0 " + Places.pair(width, height)
            + "\" font-family=\"Helvetica, Arial, 'Liberation Sans', sans-serif\" fill=\"" + INK + "\" role=\"img\">\n"
            + "<title>" + escaped(title) + "</title>\n<desc>" + escaped(description)
            + "</desc>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n" + m_out + "</svg>\n";
    }
}

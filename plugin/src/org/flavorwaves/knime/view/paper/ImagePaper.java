package org.flavorwaves.knime.view.paper;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Draws with Java's own graphics. What is drawn is remembered, because the height of an image is known only at its end.
 * Where the font of a machine is wider than the table by which texts are measured, letters become narrower.
 */
final class ImagePaper implements Paper {
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 1);

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private static final float[] DASHES = {3, 2};

    private static final Pattern STEP = Pattern.compile("([MLHVhvlz])(-?[0-9.]+)? ?(-?[0-9.]+)?");

    private List<Consumer<Graphics2D>> m_strokes = new ArrayList<>();

    @Override
    public void fill(final CharSequence path, final String color, final double opacity) {
        final Shape shape = shape(path);
        m_strokes.add(g -> {
            final Color plain = Color.decode(color);
            g.setColor(new Color(plain.getRed(), plain.getGreen(), plain.getBlue(), (int) Math.round(255 * opacity)));
            g.fill(shape);
        });
    }

    @Override
    public void stroke(final CharSequence path, final Pen pen) {
        final Shape shape = shape(path);
        final BasicStroke stroke = new BasicStroke((float) pen.width(),
            pen.round() ? BasicStroke.CAP_ROUND : BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10,
            pen.dashed() ? DASHES : null, 0);
        m_strokes.add(g -> {
            g.setColor(Color.decode(pen.color()));
            g.setStroke(stroke);
            g.draw(shape);
        });
    }

    private static Shape shape(final CharSequence path) {
        final Path2D.Double shape = new Path2D.Double();
        final Matcher steps = STEP.matcher(path);
        double x = 0;
        double y = 0;
        while (steps.find()) {
            final double a = steps.group(2) == null ? 0 : Double.parseDouble(steps.group(2));
            final double b = steps.group(3) == null ? 0 : Double.parseDouble(steps.group(3));
            switch (steps.group(1)) {
                case "M", "L" -> {
                    x = a;
                    y = b;
                }
                case "H" -> x = a;
                case "V" -> y = a;
                case "h" -> x += a;
                case "v" -> y += a;
                case "l" -> {
                    x += a;
                    y += b;
                }
                default -> shape.closePath();
            }
            if (steps.group(1).equals("M")) {
                shape.moveTo(x, y);
            } else if (!steps.group(1).equals("z")) {
                shape.lineTo(x, y);
            }
        }
        return shape;
    }

    @Override
    public void text(final double x, final double y, final Anchor anchor, final double size, final String words) {
        final Shape shape = letters(words, size, anchor, AffineTransform.getTranslateInstance(x, y));
        m_strokes.add(g -> {
            g.setColor(Color.decode(INK));
            g.fill(shape);
        });
    }

    @Override
    public void label(final double x, final double y, final Anchor anchor, final double size, final String words) {
        final Shape shape = letters(words, size, anchor, AffineTransform.getTranslateInstance(x, y));
        m_strokes.add(g -> {
            g.setColor(Color.WHITE);
            g.setStroke(new BasicStroke(1.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.draw(shape);
            g.setColor(Color.decode(INK));
            g.fill(shape);
        });
    }

    @Override
    public void upwards(final double x, final double y, final double size, final String words) {
        final AffineTransform up = AffineTransform.getTranslateInstance(x, y);
        up.rotate(-Math.PI / 2);
        final Shape shape = letters(words, size, Anchor.MIDDLE, up);
        m_strokes.add(g -> {
            g.setColor(Color.decode(INK));
            g.fill(shape);
        });
    }

    /** The outlines of a text. */
    private static Shape letters(final String words, final double size, final Anchor anchor,
        final AffineTransform place) {
        final Path2D.Double line = new Path2D.Double();
        double width = 0;
        for (final Words.Run run : Words.runs(words)) {
            final double height = size * (run.raised() ? Words.SMALL : 1);
            final GlyphVector glyphs = FONT.createGlyphVector(EXACT, run.text());
            final AffineTransform to = AffineTransform.getTranslateInstance(width,
                run.raised() ? -Words.RISE * size : 0);
            to.scale(height, height);
            line.append(to.createTransformedShape(glyphs.getOutline()), false);
            width += height * glyphs.getLogicalBounds().getWidth();
        }
        final double narrow = width > 0 ? Math.min(1, Words.width(words, size) / width) : 1;
        final AffineTransform all = new AffineTransform(place);
        all.scale(narrow, 1);
        all.translate(anchor == Anchor.START ? 0 : anchor == Anchor.END ? -width : -width / 2, 0);
        return all.createTransformedShape(line);
    }

    @Override
    public void clip(final double left, final double top, final double right, final double bottom,
        final Runnable inside) {
        final List<Consumer<Graphics2D>> part = part(inside);
        m_strokes.add(g -> {
            final Shape outside = g.getClip();
            g.clip(new Rectangle2D.Double(left, top, right - left, bottom - top));
            part.forEach(stroke -> stroke.accept(g));
            g.setClip(outside);
        });
    }

    @Override
    public void seamless(final Runnable areas) {
        final List<Consumer<Graphics2D>> part = part(areas);
        m_strokes.add(g -> {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
            part.forEach(stroke -> stroke.accept(g));
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        });
    }

    private List<Consumer<Graphics2D>> part(final Runnable draws) {
        final List<Consumer<Graphics2D>> all = m_strokes;
        m_strokes = new ArrayList<>();
        draws.run();
        final List<Consumer<Graphics2D>> part = m_strokes;
        m_strokes = all;
        return part;
    }

    /** The image on white ground. */
    BufferedImage image(final double width, final double height, final double pixels) {
        final BufferedImage image = new BufferedImage((int) Math.ceil(width * pixels), (int) Math.ceil(height * pixels),
            BufferedImage.TYPE_INT_RGB);
        final Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, image.getWidth(), image.getHeight());
        g.scale(pixels, pixels);
        m_strokes.forEach(stroke -> stroke.accept(g));
        g.dispose();
        return image;
    }
}

package org.flavorwaves.knime.view.paper;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;

/** Drawings as PNG, 86 mm wide at 300 dots an inch, painted with the graphics that are part of Java. */
public final class FigurePng {
    /** Dots a point. */
    private static final double DOTS = 300 / 72.0;

    /** Most drawings in one image. */
    private static final int MOST = 12;

    private FigurePng() {
    }

    /**
     * Writes one drawing.
     *
     * @param cell the drawing
     * @return the bytes of the file
     */
    public static byte[] of(final Figure.Cell cell) {
        final ImagePaper paper = new ImagePaper();
        return png(paper.image(Sheet.WIDTH, Sheet.draw(cell, 0, paper), DOTS));
    }

    /**
     * Writes the drawings of a figure below one another, each below its caption.
     *
     * @param figure the figure; of more than {@value #MOST} cells the first are drawn, and the image says how many are
     *            not
     * @return the bytes of the file
     */
    public static byte[] of(final Figure figure) {
        final ImagePaper paper = new ImagePaper();
        final List<Figure.Cell> cells = figure.cells();
        double y = 3;
        for (final Figure.Cell cell : cells.subList(0, Math.min(MOST, cells.size()))) {
            y = Sheet.paragraph(heading(cell), y, paper);
            y = cell.panels().isEmpty() ? Sheet.paragraph("Nothing to show: " + figure.nothing() + ".", y, paper)
                : Sheet.draw(cell, y, paper);
            y += 6;
        }
        if (cells.isEmpty()) {
            y = Sheet.paragraph("Nothing to show: " + figure.nothing() + ".", y, paper);
        } else if (figure.all() > MOST) {
            y = Sheet.paragraph("These are the first " + Math.min(MOST, cells.size()) + " of " + figure.all()
                + " cells.", y, paper);
        }
        return png(paper.image(Sheet.WIDTH, y + 3, DOTS));
    }

    /** The caption, which names its cell. */
    private static String heading(final Figure.Cell cell) {
        return cell.name().isEmpty() || cell.caption().startsWith(cell.name() + ": ") ? cell.caption()
            : cell.name() + ": " + cell.caption();
    }

    /** Writes an image with its resolution. */
    private static byte[] png(final BufferedImage image) {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
            final IIOMetadata metadata =
                writer.getDefaultImageMetadata(ImageTypeSpecifier.createFromRenderedImage(image), null);
            final IIOMetadataNode root = new IIOMetadataNode("javax_imageio_png_1.0");
            final IIOMetadataNode dots = new IIOMetadataNode("pHYs");
            final String perMeter = Long.toString(Math.round(DOTS * 72 / 0.0254));
            dots.setAttribute("pixelsPerUnitXAxis", perMeter);
            dots.setAttribute("pixelsPerUnitYAxis", perMeter);
            dots.setAttribute("unitSpecifier", "meter");
            root.appendChild(dots);
            metadata.mergeTree("javax_imageio_png_1.0", root);
            writer.setOutput(out);
            writer.write(new IIOImage(image, null, metadata));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}

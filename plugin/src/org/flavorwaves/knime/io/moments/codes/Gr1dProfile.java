package org.flavorwaves.knime.io.moments.codes;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.flavorwaves.knime.io.PlainNumber;
import org.flavorwaves.knime.io.StateFormatException;

/**
 * A quantity of GR1D over the radius at one time, from a file .xg: a line {@code "Time = t}, lines of radius and value,
 * and two blank lines, over and over.
 *
 * @param time in s
 * @param radii in cm, those of ghost cells below zero included
 * @param values of each radius
 */
record Gr1dProfile(double time, double[] radii, double[] values) {
    private static final String HEAD = "\"time =";

    /** More of them are refused. */
    static final int MOST_RADII = 1 << 20;

    /** Radii below this are masses. */
    private static final double SMALLEST_STAR = 1e4;

    /** Blank lines that end a profile. */
    private static final int BLANKS = 2;

    static boolean recognizes(final String firstLine) {
        return firstLine.strip().toLowerCase(Locale.ROOT).startsWith(HEAD);
    }

    /** The times of a file in s, as many as profiles. */
    static double[] times(final Path path) throws IOException {
        final List<Double> times = new ArrayList<>();
        try (BufferedReader text = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                if (recognizes(line)) {
                    times.add(time(path, line));
                }
            }
        } catch (final CharacterCodingException e) {
            throw new StateFormatException(path.getFileName() + " is not text.", e);
        }
        if (times.isEmpty()) {
            throw new StateFormatException(path.getFileName() + " has no line \"Time = ... as GR1D's profiles have.");
        }
        return times.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double time(final Path path, final String line) {
        return number(path, line.substring(line.indexOf('=') + 1).strip(), line);
    }

    private static double number(final Path path, final String token, final String line) {
        try {
            return PlainNumber.parse(token);
        } catch (final NumberFormatException e) {
            throw new StateFormatException(path.getFileName() + " has '" + token + "' in the line '" + line.strip()
                + "', which is not a number.", e);
        }
    }

    /**
     * Reads a profile.
     *
     * @param path the file
     * @param time its time as the file has it
     * @return the profile
     * @throws IOException if it cannot be read
     * @throws StateFormatException if there is none of this time, or it is cut off
     */
    static Gr1dProfile read(final Path path, final double time) throws IOException {
        try (BufferedReader text = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                if (recognizes(line) && time(path, line) == time) {
                    return rows(path, text, time);
                }
            }
        } catch (final CharacterCodingException e) {
            throw new StateFormatException(path.getFileName() + " is not text.", e);
        }
        throw new StateFormatException(path.getFileName() + " has no profile of the time " + time + " s.");
    }

    private static Gr1dProfile rows(final Path path, final BufferedReader text, final double time)
        throws IOException {
        double[] radii = new double[1024];
        double[] values = new double[1024];
        int count = 0;
        String line = text.readLine();
        for (; line != null && !line.isBlank(); line = text.readLine()) {
            final String[] tokens = line.strip().split("\\s+");
            if (tokens.length != 2 || count == MOST_RADII) {
                throw new StateFormatException(path.getFileName() + " has the line '" + line.strip()
                    + "' among its profile of the time " + time + " s; a radius and a value are expected, at most "
                    + MOST_RADII + " times.");
            }
            if (count == radii.length) {
                radii = Arrays.copyOf(radii, 2 * count);
                values = Arrays.copyOf(values, 2 * count);
            }
            radii[count] = number(path, tokens[0], line);
            values[count++] = number(path, tokens[1], line);
        }
        int blanks = 0;
        while (line != null && line.isBlank() && blanks < BLANKS) {
            blanks++;
            line = blanks < BLANKS ? text.readLine() : line;
        }
        if (blanks < BLANKS || text.read() < 0 && !endsALine(path)) {
            throw new StateFormatException(path.getFileName() + " ends within its profile of the time " + time
                + " s; it is cut off.");
        }
        if (count == 0 || !(radii[count - 1] >= SMALLEST_STAR)) {
            throw new StateFormatException(path.getFileName() + " has " + count + " radii up to "
                + (count == 0 ? 0 : radii[count - 1]) + " cm at the time " + time
                + " s; profiles over the mass, as GR1D's vs_mass gives them, are not read.");
        }
        return new Gr1dProfile(time, Arrays.copyOf(radii, count), Arrays.copyOf(values, count));
    }

    private static boolean endsALine(final Path path) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(path)) {
            final ByteBuffer last = ByteBuffer.allocate(1);
            channel.position(channel.size() - 1).read(last);
            return last.get(0) == '\n';
        }
    }
}

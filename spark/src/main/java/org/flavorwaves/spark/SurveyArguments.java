package org.flavorwaves.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.flavorwaves.physics.linear.survey.SurveyOptions;

/**
 * What the command line of {@link SurveyJob} says.
 *
 * @param input a Parquet file or a folder of them
 * @param output the folder of the results
 * @param settings what is surveyed
 * @param filesPerBatch how many files are surveyed before results appear
 */
record SurveyArguments(String input, String output, SurveySettings settings, int filesPerBatch) {
    static final String USAGE = """
        usage: flavorwaves-spark.jar INPUT OUTPUT [--OPTION=VALUE]...
          INPUT   a Parquet file of moments or a folder of such files
          OUTPUT  the folder of the results; what is done there is not done again
          --units=CGS|NATURAL        densities in cm^-3 and rates in s^-1 (default), or potentials
          --files-per-batch=N        files that are surveyed before their results appear (default 64)
          --resolution=N             phase velocities of the map (default 24)
          --growth-floor=X           slowest growth of interest in units of sum |G| (default 0.001)
          --transverse=true|false    whether waves may break the axial symmetry (default true)
          --matter-potential=X       lambda in the unit of the potentials (default 0)
          --self-interaction=X       factor on the neutrino-neutrino term (default 1)""";

    private static final int FILES = 64;

    /** Reads the arguments; throws IllegalArgumentException with a sentence if one is wrong. */
    static SurveyArguments of(final String... arguments) {
        final List<String> places = new ArrayList<>();
        boolean cgs = true;
        int files = FILES;
        int resolution = SurveyOptions.DEFAULT_RESOLUTION;
        double floor = SurveyOptions.DEFAULT_FLOOR;
        boolean transverse = true;
        double matter = 0;
        double self = 1;
        for (final String argument : arguments) {
            if (!argument.startsWith("--")) {
                places.add(argument);
                continue;
            }
            final String[] option = argument.split("=", 2);
            if (option.length < 2) {
                throw new IllegalArgumentException(argument + " has no value; give it as " + argument + "=VALUE.");
            }
            try {
                switch (option[0]) {
                    case "--units" -> cgs = oneOf(option[1], "CGS", "NATURAL");
                    case "--files-per-batch" -> files = Integer.parseInt(option[1]);
                    case "--resolution" -> resolution = Integer.parseInt(option[1]);
                    case "--growth-floor" -> floor = Double.parseDouble(option[1]);
                    case "--transverse" -> transverse = oneOf(option[1], "TRUE", "FALSE");
                    case "--matter-potential" -> matter = Double.parseDouble(option[1]);
                    case "--self-interaction" -> self = Double.parseDouble(option[1]);
                    default -> throw new IllegalArgumentException("There is no option " + option[0] + ".");
                }
            } catch (final NumberFormatException e) {
                throw new IllegalArgumentException(argument + ": '" + option[1] + "' is no number of this kind.", e);
            }
        }
        if (places.size() != 2) {
            throw new IllegalArgumentException("An input and an output are needed, but there are " + places.size()
                + " arguments beside the options.");
        }
        if (files < 1) {
            throw new IllegalArgumentException("--files-per-batch is " + files + "; it must be at least 1.");
        }
        return new SurveyArguments(places.get(0), places.get(1), new SurveySettings(cgs,
            new SurveyOptions(SurveyOptions.Terms.FAST, SurveyOptions.Directions.FLUX, transverse, resolution, floor),
            matter, self), files);
    }

    /** Whether a text is the first of two; throws if it is neither. */
    private static boolean oneOf(final String text, final String first, final String second) {
        final String upper = text.toUpperCase(Locale.ROOT);
        if (!upper.equals(first) && !upper.equals(second)) {
            throw new IllegalArgumentException("'" + text + "' must be " + first + " or " + second + ".");
        }
        return upper.equals(first);
    }
}

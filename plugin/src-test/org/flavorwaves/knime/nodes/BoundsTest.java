package org.flavorwaves.knime.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.knime.core.node.InvalidSettingsException;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.TypeDependentMaxValidation;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.TypeDependentMinValidation;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.widget.number.NumberInputWidget;

class BoundsTest {
    /** The settings of all nodes, with their defaults. */
    static List<NodeParameters> all() throws IOException, ReflectiveOperationException {
        final Path classes = Path.of("target/classes");
        final List<NodeParameters> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(classes.resolve("org/flavorwaves/knime/nodes"))) {
            for (final Path file : files.filter(f -> f.toString().endsWith("Parameters.class")).sorted().toList()) {
                final String name = classes.relativize(file).toString().replace('/', '.').replace(".class", "");
                final Class<?> type = Class.forName(name);
                if (!Modifier.isAbstract(type.getModifiers())) {
                    final Constructor<?> make = type.getDeclaredConstructor();
                    make.setAccessible(true);
                    found.add((NodeParameters) make.newInstance());
                }
            }
        }
        assertThat(found).hasSizeGreaterThanOrEqualTo(17);
        return found;
    }

    private static List<Field> numbers(final NodeParameters parameters) {
        final List<Field> numbers = new ArrayList<>();
        for (Class<?> type = parameters.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (final Field field : type.getDeclaredFields()) {
                final Class<?> kind = field.getType();
                if (!Modifier.isStatic(field.getModifiers())
                    && (kind == double.class || kind == int.class || kind == long.class)) {
                    field.setAccessible(true);
                    numbers.add(field);
                }
            }
        }
        return numbers;
    }

    /** A seed may be any number; every other number has a lower and an upper bound, and its default is within. */
    @ParameterizedTest
    @MethodSource("all")
    void everyNumberIsBoundedOnBothSides(final NodeParameters parameters) throws InvalidSettingsException {
        for (final Field field : numbers(parameters)) {
            final NumberInputWidget control = field.getAnnotation(NumberInputWidget.class);
            if (!"m_seed".equals(field.getName())) {
                assertThat(control).as(field.toString()).isNotNull();
                assertThat(control.minValidation()).as(field.toString()).isNotEqualTo(TypeDependentMinValidation.class);
                assertThat(control.maxValidation()).as(field.toString()).isNotEqualTo(TypeDependentMaxValidation.class);
            }
        }
        parameters.validate();
    }

    @ParameterizedTest
    @MethodSource("all")
    void numbersOutOfBoundsAreRefusedByKeyAndValue(final NodeParameters parameters) throws IllegalAccessException {
        for (final Field field : numbers(parameters)) {
            if (field.getType() == double.class) {
                final double before = field.getDouble(parameters);
                for (final double wrong : new double[]{Double.NaN, Double.POSITIVE_INFINITY, -1e61, 1.5e61}) {
                    field.setDouble(parameters, wrong);
                    assertThatThrownBy(parameters::validate).as(field + " = " + wrong)
                        .isInstanceOf(InvalidSettingsException.class)
                        .hasMessageStartingWith(field.getName().substring(2) + " must be ")
                        .hasMessageContaining(" but is " + wrong);
                }
                field.setDouble(parameters, before);
            } else if (field.getType() == int.class && !"m_seed".equals(field.getName())) {
                final int before = field.getInt(parameters);
                for (final int wrong : new int[]{Integer.MIN_VALUE, Integer.MAX_VALUE}) {
                    field.setInt(parameters, wrong);
                    assertThatThrownBy(parameters::validate).as(field + " = " + wrong)
                        .isInstanceOf(InvalidSettingsException.class)
                        .hasMessageStartingWith(field.getName().substring(2) + " must be ");
                }
                field.setInt(parameters, before);
            }
        }
    }

    /** What was probably meant: degrees, a density, percent, eV, kelvin. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"thetaMix | 37 | 37° are 0.6458 rad", "thetaMix | -0.2 | mass splitting",
        "matterPotential | 1e33 | 6.42e-33 cm^2", "deltaM2 | 7.5e7 | 7.5e-5"})
    void aValueOutOfBoundsIsExplained(final String key, final double value, final String meant)
        throws ReflectiveOperationException {
        final Surroundings parameters = new Surroundings();
        final Field field = EnvironmentParameters.class.getDeclaredField("m_" + key);
        field.setDouble(parameters, value);
        assertThatThrownBy(parameters::validate).hasMessageStartingWith(key).hasMessageContaining(meant);
    }

    private static final class Surroundings extends EnvironmentParameters {
    }

    @Test
    void theBoundsThemselvesAreAllowed() throws InvalidSettingsException {
        final Surroundings parameters = new Surroundings();
        parameters.m_thetaMix = Math.PI / 2;
        parameters.m_deltaM2 = -1e6;
        parameters.m_matterPotential = 1e20;
        parameters.validate();
        parameters.m_thetaMix = Math.nextUp(Math.PI / 2);
        assertThatThrownBy(parameters::validate).hasMessageContaining("at most 1.5707963267948966");
    }
}

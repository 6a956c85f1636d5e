package org.flavorwaves.embedded.node;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.Widget;
import org.knime.node.parameters.persistence.Persistable;
import org.knime.node.parameters.persistence.Persistor;
import org.knime.node.parameters.widget.choices.Label;

/**
 * What the annotations of a parameter say about it.
 *
 * @param path its keys from the top of the settings down, joined by slashes
 * @param title its title in the dialog, or its key if it has no control there
 * @param description what it means, as XHTML fragment
 * @param advanced whether it is among the advanced ones
 * @param choices the values that it can have, if they are an enumeration
 */
public record ParameterInfo(String path, String title, String description, boolean advanced, List<Choice> choices) {

    /**
     * A value of an enumeration.
     *
     * @param value the value as it is stored
     * @param title its title in the dialog
     * @param description what it means, as XHTML fragment
     */
    public record Choice(String value, String title, String description) {
    }

    /**
     * Describes the parameters of a class, groups in it included.
     *
     * @param type the class
     * @return the parameters in the order in which they are stored
     */
    public static List<ParameterInfo> of(final Class<? extends NodeParameters> type) {
        final List<ParameterInfo> found = new ArrayList<>();
        collect(type, "", found);
        return found;
    }

    private static void collect(final Class<?> type, final String prefix, final List<ParameterInfo> found) {
        for (final Field field : ParameterFields.of(type)) {
            final Optional<Persistor> custom = ParameterFields.annotation(field, type, Persistor.class);
            final String key = prefix + ParameterFields.keyOf(field);
            if (custom.isPresent()) {
                for (final String[] path : ParameterFields.instantiate(custom.get().value()).getConfigPaths()) {
                    found.add(info(field, prefix + String.join("/", path)));
                }
            } else if (Persistable.class.isAssignableFrom(field.getType()) && !field.getType().isEnum()) {
                collect(field.getType(), key + "/", found);
            } else {
                found.add(info(field, key));
            }
        }
    }

    private static ParameterInfo info(final Field field, final String path) {
        final Widget widget = field.getAnnotation(Widget.class);
        final Class<?> type = field.getType() == Optional.class ? ParametersCodec.contentOf(field) : field.getType();
        final List<Choice> choices = type.isEnum()
            ? Arrays.stream(type.getEnumConstants()).map(c -> choice((Enum<?>) c)).collect(Collectors.toList())
            : List.of();
        return new ParameterInfo(path, widget == null ? path : widget.title(),
            widget == null ? "" : widget.description(), widget != null && widget.advanced(), choices);
    }

    private static Choice choice(final Enum<?> constant) {
        try {
            final Label label = constant.getDeclaringClass().getField(constant.name()).getAnnotation(Label.class);
            return new Choice(constant.name(), label == null ? constant.name() : label.value(),
                label == null ? "" : label.description());
        } catch (final NoSuchFieldException ex) {
            throw new IllegalStateException(ex);
        }
    }
}

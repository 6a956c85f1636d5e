package org.knime.node.parameters.widget.choices;

import java.util.Locale;

/**
 * A constant to choose.
 *
 * @param <E> the enum
 * @param id the constant
 * @param text what is shown
 */
public record EnumChoice<E extends Enum<E>>(E id, String text) {

    /**
     * A choice that is shown by its label, or by its name where it has none.
     *
     * @param <E> the enum
     * @param enumConst the constant
     * @return the choice
     */
    public static <E extends Enum<E>> EnumChoice<E> fromEnumConst(E enumConst) {
        try {
            Label label = enumConst.getDeclaringClass().getField(enumConst.name()).getAnnotation(Label.class);
            return new EnumChoice<>(enumConst, label == null ? capitalize(enumConst.name()) : label.value());
        } catch (NoSuchFieldException ex) {
            throw new IllegalStateException(ex);
        }
    }

    private static String capitalize(String name) {
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

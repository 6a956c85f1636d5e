package org.knime.node.parameters.array;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How an array of groups is shown. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ArrayWidget {

    /**
     * The text of the button that adds an element.
     *
     * @return the text
     */
    String addButtonText() default "";

    /**
     * The layout of an element.
     *
     * @return the layout
     */
    ElementLayout elementLayout() default ElementLayout.VERTICAL_CARD;

    /**
     * The title of an element.
     *
     * @return the title
     */
    String elementTitle() default "";

    /**
     * Whether elements can be sorted.
     *
     * @return true if so
     */
    boolean showSortButtons() default false;

    /**
     * Whether the number of elements is fixed.
     *
     * @return true if so
     */
    boolean hasFixedSize() default false;

    /** Layouts of an element. */
    enum ElementLayout {
        /** Controls below each other. */
        VERTICAL_CARD,
        /** Controls side by side. */
        HORIZONTAL_SINGLE_LINE
    }
}

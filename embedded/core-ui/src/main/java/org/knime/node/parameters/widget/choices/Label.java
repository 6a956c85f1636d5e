package org.knime.node.parameters.widget.choices;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The title of a choice. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Label {

    /**
     * The title.
     *
     * @return the title
     */
    String value();

    /**
     * What the choice means.
     *
     * @return an XHTML fragment
     */
    String description() default "";
}

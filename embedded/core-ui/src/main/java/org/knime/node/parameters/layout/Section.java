package org.knime.node.parameters.layout;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a part of the dialog a section with a title. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Section {

    /**
     * The title.
     *
     * @return the title
     */
    String title();

    /**
     * What the section is about.
     *
     * @return the description
     */
    String description() default "";
}

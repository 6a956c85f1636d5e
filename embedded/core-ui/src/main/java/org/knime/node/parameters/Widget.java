package org.knime.node.parameters;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a field a control of the dialog. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@Inherited
public @interface Widget {

    /**
     * The title.
     *
     * @return the title in sentence case
     */
    String title();

    /**
     * What the parameter means.
     *
     * @return an XHTML fragment
     */
    String description();

    /**
     * Whether the control is among the advanced ones.
     *
     * @return true if so
     */
    boolean advanced() default false;
}

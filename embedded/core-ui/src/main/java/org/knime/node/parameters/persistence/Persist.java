package org.knime.node.parameters.persistence;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a field is stored. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Persist {

    /**
     * The key.
     *
     * @return the key; empty for the name of the field
     */
    String configKey() default "";

    /**
     * Whether no flow variable can control the field.
     *
     * @return true if so
     */
    boolean hidden() default false;
}

package org.knime.node.parameters.migration;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a parameter is read from settings that were saved before it existed. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Migrate {

    /**
     * Whether the default is taken.
     *
     * @return true if so; otherwise reading fails
     */
    boolean loadDefaultIfAbsent() default false;
}

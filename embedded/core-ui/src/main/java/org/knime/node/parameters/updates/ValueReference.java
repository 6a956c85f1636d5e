package org.knime.node.parameters.updates;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Gives the value of a control a class that stands for it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ValueReference {

    /**
     * The class that stands for the value.
     *
     * @return the class
     */
    @SuppressWarnings("rawtypes")
    Class<? extends ParameterReference> value();
}

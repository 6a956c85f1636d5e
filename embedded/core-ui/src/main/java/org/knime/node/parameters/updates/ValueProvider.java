package org.knime.node.parameters.updates;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Computes the value of a control from others. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ValueProvider {

    /**
     * What computes the value.
     *
     * @return the class
     */
    @SuppressWarnings("rawtypes")
    Class<? extends StateProvider> value();
}

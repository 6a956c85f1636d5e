package org.knime.node.parameters.widget.choices;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where the choices of a control come from. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface ChoicesProvider {

    /**
     * What computes the choices.
     *
     * @return the class
     */
    @SuppressWarnings("rawtypes")
    Class<? extends ChoicesStateProvider> value();
}

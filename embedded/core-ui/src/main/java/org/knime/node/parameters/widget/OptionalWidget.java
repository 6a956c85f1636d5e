package org.knime.node.parameters.widget;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.knime.node.parameters.updates.StateProvider;

/** How an optional parameter is shown. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface OptionalWidget {

    /**
     * The value that a parameter has when it is switched on.
     *
     * @return what computes the value
     */
    Class<? extends DefaultValueProvider<?>> defaultProvider();

    /**
     * Computes the value that a parameter has when it is switched on.
     *
     * @param <T> class of the value
     */
    interface DefaultValueProvider<T> extends StateProvider<T> {

        @Override
        default void init(StateProviderInitializer initializer) {
            initializer.computeBeforeOpenDialog();
        }
    }
}

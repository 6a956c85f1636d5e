package org.knime.node.parameters.layout;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Places a control or a group of controls in a part of the dialog. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Layout {

    /**
     * The part.
     *
     * @return a class that stands for it
     */
    Class<?> value();
}

package org.knime.node.parameters;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Shows a control or section only when advanced settings are shown. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Advanced {
}

package org.knime.node.parameters.widget.text;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.NoopStringProvider;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MaxLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.MinLengthValidation;
import org.knime.node.parameters.widget.text.TextInputWidgetValidation.PatternValidation;

/** Conditions on a text. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface TextInputWidget {

    /**
     * What an empty field shows.
     *
     * @return the text
     */
    String placeholder() default "";

    /**
     * The pattern of the text.
     *
     * @return the condition
     */
    Class<? extends PatternValidation> patternValidation() default PatternValidation.class;

    /**
     * The greatest length.
     *
     * @return the condition
     */
    Class<? extends MaxLengthValidation> maxLengthValidation() default MaxLengthValidation.class;

    /**
     * The least length.
     *
     * @return the condition
     */
    Class<? extends MinLengthValidation> minLengthValidation() default MinLengthValidation.class;

    /**
     * What an empty field shows where it depends on other controls.
     *
     * @return what computes it
     */
    Class<? extends StateProvider<String>> placeholderProvider() default NoopStringProvider.class;
}

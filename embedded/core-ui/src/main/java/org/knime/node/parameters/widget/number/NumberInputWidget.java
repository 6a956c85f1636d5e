package org.knime.node.parameters.widget.number;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.NoopMaxValidationProvider;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.NoopMinValidationProvider;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.TypeDependentMaxValidation;
import org.knime.core.webui.node.dialog.defaultdialog.widget.updates.TypeDependentMinValidation;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MaxValidation;
import org.knime.node.parameters.widget.number.NumberInputWidgetValidation.MinValidation;

/** Bounds of a number. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface NumberInputWidget {

    /**
     * The lower bound.
     *
     * @return the bound
     */
    Class<? extends MinValidation> minValidation() default TypeDependentMinValidation.class;

    /**
     * The upper bound.
     *
     * @return the bound
     */
    Class<? extends MaxValidation> maxValidation() default TypeDependentMaxValidation.class;

    /**
     * The lower bound where it depends on other controls.
     *
     * @return what computes it
     */
    Class<? extends StateProvider<? extends MinValidation>> minValidationProvider()
        default NoopMinValidationProvider.class;

    /**
     * The upper bound where it depends on other controls.
     *
     * @return what computes it
     */
    Class<? extends StateProvider<? extends MaxValidation>> maxValidationProvider()
        default NoopMaxValidationProvider.class;
}

package org.knime.node.parameters.layout;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a part of the dialog a section with a title. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Section {

    /**
     * The title.
     *
     * @return the title
     */
    String title();

    /**
     * What the section is about.
     *
     * @return the description
     */
    String description() default "";

    /**
     * Whether the section opens in a drawer.
     *
     * @return true if so
     */
    boolean sideDrawer() default false;

    /**
     * The text of the button that opens the drawer.
     *
     * @return the text
     */
    String sideDrawerSetText() default "";
}

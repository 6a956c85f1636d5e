/**
 * The state schema as text: {@link org.flavorwaves.knime.io.text.DelimitedText} and
 * {@link org.flavorwaves.knime.io.text.JsonText}, whose values become modes by the names of their columns.
 */
package org.flavorwaves.knime.io.text;

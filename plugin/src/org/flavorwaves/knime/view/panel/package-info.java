/**
 * What a drawing consists of: {@link org.flavorwaves.knime.view.panel.Panel} has
 * {@link org.flavorwaves.knime.view.panel.Axis} and {@link org.flavorwaves.knime.view.panel.Series}, a
 * {@link org.flavorwaves.knime.view.panel.HeatMap} or both, and knows neither browser nor paper.
 */
package org.flavorwaves.knime.view.panel;

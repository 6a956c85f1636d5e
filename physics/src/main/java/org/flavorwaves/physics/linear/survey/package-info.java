/**
 * {@link org.flavorwaves.physics.linear.survey.StabilitySurvey} is one plain function from a state to the growth of
 * its fastest wave, for very many cells; {@link org.flavorwaves.physics.linear.survey.SurveyOptions} say what to leave
 * out.
 *
 * <p>Flavor states in the fast limit are searched by {@code survey.fast}; all others by {@code collective}.
 */
package org.flavorwaves.physics.linear.survey;

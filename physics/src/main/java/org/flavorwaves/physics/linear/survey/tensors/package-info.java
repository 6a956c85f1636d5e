/**
 * {@link org.flavorwaves.physics.linear.survey.tensors.BeamTensors} are the 4 x 4 tensors of the beams of which the
 * susceptibility (FR 19) of the fast limit is made, {@link org.flavorwaves.physics.linear.survey.tensors.PhaseMap}
 * reads the waves of a line off them, and {@link org.flavorwaves.physics.linear.survey.tensors.NullVector} settles one.
 */
package org.flavorwaves.physics.linear.survey.tensors;

/** Stability of very many cells: one plain function from a state to its fastest wave. */
package org.flavorwaves.physics.linear.survey;

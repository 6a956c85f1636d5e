/**
 * Weak-inhomogeneity linear analysis (JK 45-51; physics specification section 3): the 3N x 3N matrix of the
 * fluctuations on a background, its exact block structure, and all flavor-wave bands with right and left vectors.
 */
package org.flavorwaves.physics.linear;

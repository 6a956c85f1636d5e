/**
 * Numerical tools that no pure-Java library provides, and the progress and parallel helpers that all solvers share.
 */
package org.flavorwaves.physics.numerics;

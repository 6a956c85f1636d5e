/**
 * {@link org.flavorwaves.physics.numerics.roots.AnalyticRoots} counts and finds the zeros of an analytic function in a
 * rectangle, {@link org.flavorwaves.physics.numerics.roots.ScalarRoots} those of a real function on an interval.
 */
package org.flavorwaves.physics.numerics.roots;

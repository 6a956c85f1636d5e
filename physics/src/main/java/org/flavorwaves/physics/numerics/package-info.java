/**
 * Numerical tools that no pure-Java library provides.
 */
package org.flavorwaves.physics.numerics;

/**
 * The quantum kinetic equation resolved in a periodic box (JK 1, 8, 45; physics specification section 11), the
 * yardstick of the theories that average over flavor waves.
 */
package org.flavorwaves.physics.qke;

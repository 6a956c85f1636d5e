/**
 * Sign changes of the lepton number over directions, and the state that fast conversion is expected to end in (physics
 * specification section 12).
 */
package org.flavorwaves.physics.distribution.crossing;

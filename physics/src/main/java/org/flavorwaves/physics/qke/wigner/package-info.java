/**
 * The density matrix of flavor waves: {@link org.flavorwaves.physics.qke.wigner.WignerFunction} is that of the waves k
 * &gt; 0 in a periodic box, over place and wave number.
 */
package org.flavorwaves.physics.qke.wigner;

package org.flavorwaves.physics.kinetics.waves;

/** The three-wave term of the amplitude equation i dPhi_{n,b}/dt = Omega_{n,b} Phi_{n,b} + N_{n,b} (JK 63). */
public interface NonlinearTerm {
    /**
     * Evaluates the term. Not thread-safe: an instance keeps its work space.
     *
     * @param phi amplitudes, at least 2 nMax 3N entries
     * @param out N_{n,b} in the same order, set
     */
    void evaluate(double[] phi, double[] out);
}

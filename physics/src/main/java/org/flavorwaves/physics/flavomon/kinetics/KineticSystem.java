package org.flavorwaves.physics.flavomon.kinetics;

import java.util.List;

import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonBalance;
import org.flavorwaves.physics.flavomon.kinetics.occupation.FlavomonWave;

/** The equations of neutrinos and flavomons; unknowns are d_i, one number a flavomon mode, and those of collisions. */
interface KineticSystem {

    /** The number of unknowns of collisions, which come last; 0 without collisions. */
    default int collisional() {
        return 0;
    }

    /** The unknowns at time 0. */
    double[] initial();

    /** Evaluates dy/dt with the modes that belong to y. */
    void evaluate(double[] y, double[] rates);

    /** The fastest relaxation rate of the last evaluation. */
    double fastest();

    /**
     * Makes y, which was evaluated last, the state from which modes are followed, and puts into it what modes have that
     * begin. Returns whether other modes take part from now on, so that the rates at y have changed.
     */
    boolean accept(double[] y);

    /** The flavomon modes at y, which was evaluated last. */
    List<FlavomonWave> waves(double[] y);

    /** Numbers and entropy at y. */
    FlavomonBalance balance(double[] y);

    /** How fast energy is exchanged at y, which was evaluated last. */
    EnergyRates energyRates();

    /** The energy of a unit of each flavomon unknown at the last evaluation; 0 while the mode does not exist. */
    double[] waveEnergies();

    /** The neutrinos' potential energy in their mean field at the last evaluation. */
    double potentialEnergy();

    /** The largest relative change of what the closure conserves. */
    double violation(FlavomonBalance start, FlavomonBalance now, double scale);

    /** The entropy that the closure never lets fall. */
    double monotoneEntropy(FlavomonBalance balance);
}

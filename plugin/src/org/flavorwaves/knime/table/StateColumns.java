package org.flavorwaves.knime.table;

import java.util.List;
import java.util.stream.Stream;

/** Names of the columns of the state table; one name has one meaning in every table of every node. */
public final class StateColumns {
    /** Optional: the spatial cell a row belongs to (text or integer). Cells are processed one by one. */
    public static final String CELL = "cell";

    /** Species, "nu" or "nubar". */
    public static final String SPECIES = "species";

    /** Optional: energy in MeV. */
    public static final String ENERGY = "E";

    /** First component of the velocity. */
    public static final String VX = "vx";

    /** Second component of the velocity. */
    public static final String VY = "vy";

    /** Third component of the velocity. */
    public static final String VZ = "vz";

    /** Cosine of the polar angle of an axisymmetric ring, instead of vx, vy, vz. */
    public static final String MU = "mu";

    /** Quadrature weight: density per unit occupation. */
    public static final String WEIGHT = "weight";

    /** Occupation trace, f_e + f_x. */
    public static final String P0 = "P0";

    /** First component of the polarization vector. */
    public static final String PX = "Px";

    /** Second component of the polarization vector. */
    public static final String PY = "Py";

    /** Third component of the polarization vector, f_e - f_x. */
    public static final String PZ = "Pz";

    /** Optional: vacuum frequency in the units of the potentials. */
    public static final String OMEGA = "omega";

    /** Optional: depolarization rate in the units of the potentials. */
    public static final String DEPOLARIZATION = "D";

    /** Optional, with its source: rate of absorption and emission in the units of the potentials. */
    public static final String KAPPA = "kappa";

    /** Occupation trace of the source of emission. */
    public static final String P0_SOURCE = "P0_source";

    /** First component of the polarization vector of the source. */
    public static final String PX_SOURCE = "Px_source";

    /** Second component of the polarization vector of the source. */
    public static final String PY_SOURCE = "Py_source";

    /** Third component of the polarization vector of the source. */
    public static final String PZ_SOURCE = "Pz_source";

    /** The columns of absorption and emission, of which a table has all or none. */
    public static final List<String> ABSORPTION = List.of(KAPPA, P0_SOURCE, PX_SOURCE, PY_SOURCE, PZ_SOURCE);

    /** The columns of a state table that nodes read, required and optional ones. */
    public static final List<String> READ =
        List.of(CELL, SPECIES, ENERGY, VX, VY, VZ, MU, WEIGHT, P0, PX, PY, PZ, OMEGA, DEPOLARIZATION, KAPPA,
            P0_SOURCE, PX_SOURCE, PY_SOURCE, PZ_SOURCE);

    /** Three flavors: real density matrix entries of e, mu, tau, then real and imaginary parts of em, et, mt. */
    public static final List<String> RHO = List.of("rho_ee", "rho_mm", "rho_tt", "rho_em_re", "rho_em_im",
        "rho_et_re", "rho_et_im", "rho_mt_re", "rho_mt_im");

    /** Three flavors, optional: dm2_21/(2E) in the units of the potentials. */
    public static final String OMEGA21 = "omega21";

    /** Three flavors, optional: dm2_31/(2E) in the units of the potentials. */
    public static final String OMEGA31 = "omega31";

    /** Three flavors, optional: the density matrix of the source of emission, in the order of {@link #RHO}. */
    public static final List<String> RHO_SOURCE = RHO.stream().map(name -> name + "_source").toList();

    /** The columns of absorption and emission of three flavors, of which a table has all or none. */
    public static final List<String> ABSORPTION_THREE =
        Stream.concat(Stream.of(KAPPA), RHO_SOURCE.stream()).toList();

    /** The pair of flavors that a row of a result is about. */
    public static final String PAIR = "pair";

    /** What the column pair says where flavors are coherent, so that all pairs act together. */
    public static final String ALL_PAIRS = "ALL";

    /** The columns of a state table of three flavors that nodes read, required and optional ones. */
    public static final List<String> READ_THREE = Stream.of(
        Stream.of(CELL, SPECIES, ENERGY, VX, VY, VZ, MU, WEIGHT, OMEGA21, OMEGA31, DEPOLARIZATION), RHO.stream(),
        ABSORPTION_THREE.stream()).flatMap(names -> names).toList();

    /** First component of the Hamiltonian vector. */
    public static final String HX = "Hx";

    /** Second component of the Hamiltonian vector. */
    public static final String HY = "Hy";

    /** Third component of the Hamiltonian vector. */
    public static final String HZ = "Hz";

    /** Alignment of P with H in a mixing equilibrium, +1 or -1. */
    public static final String EPSILON = "epsilon";

    /** A sentence of result in a Summary table. */
    public static final String RESULT = "result";

    /** The twelve collective numbers in Summary tables, J^m_a with m = 0..3 and a = x, y, z. */
    public static final List<String> COLLECTIVE = List.of("J0x", "J0y", "J0z", "J1x", "J1y", "J1z", "J2x", "J2y",
        "J2z", "J3x", "J3y", "J3z");

    /** The columns of a state in mixing equilibrium, as {@link StateUnits#columns} takes them. */
    public static final String IN_EQUILIBRIUM = "Px, Py, Pz, Hx, Hy, Hz, epsilon";

    private StateColumns() {
    }
}

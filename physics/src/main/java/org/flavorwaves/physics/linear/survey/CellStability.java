package org.flavorwaves.physics.linear.survey;

import java.io.Serializable;
import java.util.Locale;

import org.flavorwaves.physics.linear.Certainty;
import org.flavorwaves.physics.linear.WavePolarization;
import org.flavorwaves.physics.linear.collective.WaveOrigin;

/**
 * The stability of one cell: a row of a survey.
 *
 * @param status {@value #OK}, or why there is no result; the other components are then without meaning
 * @param stable whether no wave grows faster than the floor
 * @param kind which terms the fastest wave needs
 * @param growth Im Omega of the fastest wave, in the unit of the weights; 0 if there is none
 * @param omegaRe Re Omega of the fastest wave; NaN if there is none
 * @param kx x component of its physical wave vector; NaN if there is none
 * @param ky y component
 * @param kz z component
 * @param polarization of the field of the wave; MIXED if there is none
 * @param crossingDepth min(I+, I-)/max(I+, I-), 0 without a crossing
 * @param certainty whether a faster wave may be elsewhere
 * @serial exclude
 */
public record CellStability(String status, boolean stable, Kind kind, double growth, double omegaRe,
    double kx, double ky, double kz, WavePolarization polarization, double crossingDepth,
    Certainty certainty) implements Serializable {
    /** Which terms the fastest wave of a cell needs. */
    public enum Kind {
        /** There is no wave, or no result. */
        NONE,
        /** See {@link WaveOrigin#FAST}. */
        FAST,
        /** See {@link WaveOrigin#SLOW}. */
        SLOW,
        /** See {@link WaveOrigin#COLLISIONAL}. */
        COLLISIONAL;

        static Kind of(final WaveOrigin origin) {
            return switch (origin) {
                case FAST -> FAST;
                case SLOW -> SLOW;
                case COLLISIONAL -> COLLISIONAL;
            };
        }

        /**
         * The name in tables.
         *
         * @return the lower-case name
         */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Status of a cell with a result. */
    public static final String OK = "ok";

    /**
     * A cell without a result.
     *
     * @param reason why there is none
     * @return its row
     */
    public static CellStability failed(final String reason) {
        return new CellStability(reason, false, Kind.NONE, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN,
            WavePolarization.MIXED, Double.NaN, Certainty.UNCERTAIN);
    }

    static CellStability stable(final double crossingDepth, final Certainty certainty) {
        return new CellStability(OK, true, Kind.NONE, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN,
            WavePolarization.MIXED, crossingDepth, certainty);
    }

    /**
     * Whether there is a result.
     *
     * @return false if the status says why there is none
     */
    public boolean ok() {
        return OK.equals(status);
    }
}

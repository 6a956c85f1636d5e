package org.flavorwaves.knime.nodes.generator;

import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;

/** Conditions on the family under which parameters are shown. */
abstract class FamilyIs implements EffectPredicateProvider {
    private final Family[] m_families;

    private FamilyIs(final Family... families) {
        m_families = families;
    }

    @Override
    public EffectPredicate init(final PredicateInitializer i) {
        return i.getEnum(Reference.class).isOneOf(m_families);
    }

    /** The parameter that holds the family. */
    interface Reference extends ParameterReference<Family> {
    }

    static final class TwoBeam extends FamilyIs {
        TwoBeam() {
            super(Family.TWO_BEAM);
        }
    }

    static final class Beams extends FamilyIs {
        Beams() {
            super(Family.BEAMS);
        }
    }

    static final class Isotropic extends FamilyIs {
        Isotropic() {
            super(Family.ISOTROPIC);
        }
    }

    static final class IsotropicOrBox extends FamilyIs {
        IsotropicOrBox() {
            super(Family.ISOTROPIC, Family.BOX);
        }
    }

    static final class Box extends FamilyIs {
        Box() {
            super(Family.BOX);
        }
    }

    static final class HalfGaussian extends FamilyIs {
        HalfGaussian() {
            super(Family.HALF_GAUSSIAN);
        }
    }

    static final class Polynomial extends FamilyIs {
        Polynomial() {
            super(Family.POLYNOMIAL_CROSSING);
        }
    }

    static final class Exponential extends FamilyIs {
        Exponential() {
            super(Family.EXPONENTIAL_CROSSING);
        }
    }

    static final class Linear extends FamilyIs {
        Linear() {
            super(Family.LINEAR);
        }
    }

    static final class Legendre extends FamilyIs {
        Legendre() {
            super(Family.LEGENDRE);
        }
    }

    static final class Random extends FamilyIs {
        Random() {
            super(Family.RANDOM);
        }
    }

    /** Families given by a lepton number of either sign. */
    static final class LeptonNumber extends FamilyIs {
        LeptonNumber() {
            super(Family.TWO_BEAM, Family.BEAMS, Family.POLYNOMIAL_CROSSING, Family.EXPONENTIAL_CROSSING, Family.LINEAR,
                Family.LEGENDRE);
        }
    }

    /** Families that are densities on the angular grid. */
    static final class OnGrid extends FamilyIs {
        OnGrid() {
            super(Family.ISOTROPIC, Family.BOX, Family.HALF_GAUSSIAN, Family.POLYNOMIAL_CROSSING,
                Family.EXPONENTIAL_CROSSING, Family.LINEAR, Family.LEGENDRE);
        }
    }

    /** Families whose directions may lie on a sphere. */
    static final class OnGridOrRandom extends FamilyIs {
        OnGridOrRandom() {
            super(Family.ISOTROPIC, Family.BOX, Family.HALF_GAUSSIAN, Family.POLYNOMIAL_CROSSING,
                Family.EXPONENTIAL_CROSSING, Family.LINEAR, Family.LEGENDRE, Family.RANDOM);
        }
    }

    /** Families whose largest occupation is a choice. */
    static final class NotRandom extends FamilyIs {
        NotRandom() {
            super(Family.TWO_BEAM, Family.BEAMS, Family.ISOTROPIC, Family.BOX, Family.HALF_GAUSSIAN,
                Family.POLYNOMIAL_CROSSING, Family.EXPONENTIAL_CROSSING, Family.LINEAR, Family.LEGENDRE);
        }
    }
}

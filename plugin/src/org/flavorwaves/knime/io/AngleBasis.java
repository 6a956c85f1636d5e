package org.flavorwaves.knime.io;

/** Which axis the rings of nubhlight's local angles are about. */
public enum AngleBasis {
    /** The first coordinate. */
    X1,
    /** The second coordinate. */
    X2,
    /** The one in which positive and negative lepton numbers differ more, as nubhlight chooses. */
    STRONGER
}

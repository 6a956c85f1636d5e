package org.flavorwaves.knime.nodes;

import org.knime.node.parameters.layout.After;
import org.knime.node.parameters.layout.Section;

/** The sections of the dialogs, in the order in which they appear; a node shows those that it has parameters for. */
public interface Sections {
    /** Which file. */
    @Section(title = "File")
    interface File {
    }

    /** Which columns mean what. */
    @Section(title = "Columns")
    @After(File.class)
    interface Columns {
    }

    /** What the species of the input are. */
    @Section(title = "Species")
    @After(Columns.class)
    interface SpeciesMeaning {
    }

    /** The angular distribution. */
    @Section(title = "Distribution")
    @After(SpeciesMeaning.class)
    interface Distribution {
    }

    /** The energy spectrum. */
    @Section(title = "Energy")
    @After(Distribution.class)
    interface Energy {
    }

    /** The angular grid. */
    @Section(title = "Angular grid")
    @After(Energy.class)
    interface Grid {
    }

    /** Departure from flavor states. */
    @Section(title = "Initial perturbation")
    @After(Grid.class)
    interface Perturbation {
    }

    /** The periodic box and the time. */
    @Section(title = "Box and time")
    @After(Perturbation.class)
    interface Box {
    }

    /** The wave vectors. */
    @Section(title = "Wave vectors")
    @After(Box.class)
    interface WaveVectors {
    }

    /** Vacuum mixing, matter and the neutrino-neutrino term. */
    @Section(title = "Mixing and matter")
    @After(WaveVectors.class)
    interface Surroundings {
    }

    /** The mixing of three flavors. */
    @Section(title = "Three flavors")
    @After(Surroundings.class)
    interface ThreeFlavors {
    }

    /** What changes slowly. */
    @Section(title = "Path")
    @After(ThreeFlavors.class)
    interface Track {
    }

    /** Units. */
    @Section(title = "Units")
    @After(Track.class)
    interface UnitChoice {
    }

    /** How the equations are solved. */
    @Section(title = "Solver")
    @After(UnitChoice.class)
    interface Solver {
    }

    /** What is written. */
    @Section(title = "Output")
    @After(Solver.class)
    interface Output {
    }
}

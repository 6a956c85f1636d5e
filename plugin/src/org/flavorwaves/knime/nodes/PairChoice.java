package org.flavorwaves.knime.nodes;

import java.util.List;

import org.flavorwaves.physics.threeflavor.FlavorPair;
import org.knime.node.parameters.widget.choices.Label;

/** Which pair of three flavors a node looks at. */
public enum PairChoice {
    /** One pair. */
    @Label(value = "e and μ", description = "The coherence of electron and muon flavor.")
    E_MU(FlavorPair.E_MU),
    /** One pair. */
    @Label(value = "e and τ", description = "The coherence of electron and tau flavor.")
    E_TAU(FlavorPair.E_TAU),
    /** One pair. */
    @Label(value = "μ and τ", description = "The coherence of muon and tau flavor.")
    MU_TAU(FlavorPair.MU_TAU),
    /** The fastest one. */
    @Label(value = "Fastest", description = "All three; the one that grows fastest is the result of the cell.")
    ALL(FlavorPair.values());

    /** What the parameter of a node is called in its dialog. */
    public static final String TITLE = "Pair of flavors";

    /** What the parameter of a node is. */
    public static final String DESCRIPTION = """
        Which pair of flavors of a state of three is looked at; its rows have the column "pair". A state without \
        coherence between flavors is three gases of two flavors, which do not know of each other while waves are \
        small. Not used with a state of two flavors. Default: the fastest of the three.""";

    /** What the parameter is where coherent flavors are taken as well. */
    public static final String COHERENT_DESCRIPTION = DESCRIPTION + """
         Where flavors are coherent all pairs act together: there only this default is taken, the mixing of all \
        three counts, and the column "pair" is ALL.""";

    /** What to do where a pair is wanted of coherent flavors. */
    public static final String COHERENT_MEND = "Set the pair of flavors to Fastest (ALL): coherent flavors act "
        + "together and are taken as a whole.";

    /** What the input port of a node takes beside a state of two flavors. */
    public static final String INPUT = """
         A state may have three flavors: the density matrix rho_ee, rho_mm, rho_tt, rho_em_re to rho_mt_im in the \
        place of P0 to Pz, and omega21, omega31 in that of omega. Its coherences must be 0 here.""";

    private final List<FlavorPair> m_pairs;

    PairChoice(final FlavorPair... pairs) {
        m_pairs = List.of(pairs);
    }

    /**
     * The pairs to look at.
     *
     * @return one or three
     */
    public List<FlavorPair> pairs() {
        return m_pairs;
    }
}

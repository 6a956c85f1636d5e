package org.flavorwaves.physics.distribution.moments;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.flavorwaves.physics.distribution.LoadedState;
import org.flavorwaves.physics.state.MomentumModes;
import org.flavorwaves.physics.state.Species;
import org.flavorwaves.physics.threeflavor.ThreeFlavorState;

/**
 * The six kinds of neutrino of three flavors, loaded as two bins an energy by the loader of four kinds: first electron
 * and muon flavor, then tau flavor as the x of a bin without electron flavor. All bins have one measure of phase space,
 * so that modes of one direction and species are one mode with three occupations.
 *
 * @param state the modes with three flavors, without frequencies
 * @param bin energy bin of each mode
 */
public record SixSpecies(ThreeFlavorState state, List<Integer> bin) {

    /**
     * The bins of one energy.
     *
     * @param electron electron neutrinos and antineutrinos, in this order
     * @param muon muon neutrinos and antineutrinos
     * @param tau tau neutrinos and antineutrinos
     * @return two bins for a {@link MomentLoader}
     */
    public static List<FlavorMoments> bins(final List<SpeciesMoments> electron, final List<SpeciesMoments> muon,
        final List<SpeciesMoments> tau) {
        return List.of(new FlavorMoments(electron.get(0), electron.get(1), muon.get(0), muon.get(1)),
            new FlavorMoments(SpeciesMoments.NONE, SpeciesMoments.NONE, tau.get(0), tau.get(1)));
    }

    /**
     * The flux of electron lepton number over the mean of that of both heavy flavors.
     *
     * @param bins bins as {@link #bins} makes them
     * @return three components
     */
    public static double[] leptonFlux(final List<FlavorMoments> bins) {
        final double[] sum = new double[3];
        for (final FlavorMoments bin : bins) {
            final double[] flux = new FlavorMoments(bin.nuE(), bin.nubarE(), bin.nuX().times(0.5),
                bin.nubarX().times(0.5)).leptonFlux();
            for (int a = 0; a < sum.length; a++) {
                sum[a] += flux[a];
            }
        }
        return sum;
    }

    /**
     * Puts the modes of both bins of an energy together.
     *
     * @param loaded what a loader made of such bins
     * @return the modes of three flavors, in the order of their first bin
     */
    public static SixSpecies of(final LoadedState loaded) {
        final Map<List<Object>, double[]> rho = new LinkedHashMap<>();
        final List<Integer> first = new ArrayList<>();
        final List<Integer> bin = new ArrayList<>();
        for (int i = 0; i < loaded.state().size(); i++) {
            final Species species = loaded.state().modes().species(i);
            final int energy = loaded.bin(i) / 2;
            final double fe = (loaded.state().trace(i) + loaded.state().pz(i)) / 2;
            final double fx = (loaded.state().trace(i) - loaded.state().pz(i)) / 2;
            final List<Object> key = List.of(energy, species, loaded.direction(i));
            if (!rho.containsKey(key)) {
                rho.put(key, new double[9]);
                first.add(i);
                bin.add(energy);
            }
            rho.get(key)[0] += fe;
            rho.get(key)[1 + loaded.bin(i) % 2] += fx;
        }
        final MomentumModes all = loaded.state().modes();
        final int n = first.size();
        final Species[] species = first.stream().map(all::species).toArray(Species[]::new);
        final MomentumModes modes = MomentumModes.builder().species(species)
            .velocity(first.stream().mapToDouble(all::vx).toArray(), first.stream().mapToDouble(all::vy).toArray(),
                first.stream().mapToDouble(all::vz).toArray())
            .weight(first.stream().mapToDouble(all::weight).toArray()).build();
        return new SixSpecies(new ThreeFlavorState(modes, new double[n], new double[n],
            rho.values().toArray(double[][]::new)), List.copyOf(bin));
    }
}

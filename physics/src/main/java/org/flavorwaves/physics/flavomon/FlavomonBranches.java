package org.flavorwaves.physics.flavomon;

import java.util.ArrayList;
import java.util.List;

import org.flavorwaves.physics.flavomon.FlavomonSearch.Modes;
import org.flavorwaves.physics.run.ParallelLoop;
import org.flavorwaves.physics.run.Progress;

/**
 * Flavomon branches along a line of wave numbers: the modes at every k, linked where omega continues along its slope
 * d omega/dk, and the special points between them. The modes of different k are found in parallel and independently,
 * links of different intervals too, so the result does not depend on the number of threads.
 */
public final class FlavomonBranches {
    private final FlavomonMedium m_medium;

    private final FlavomonSearch m_search;

    /**
     * Prepares the tracing.
     *
     * @param medium the medium
     * @param maxDamping largest -Im omega of Landau-damped modes to look for, in the unit of the potentials
     */
    public FlavomonBranches(final FlavomonMedium medium, final double maxDamping) {
        m_medium = medium;
        m_search = new FlavomonSearch(medium, maxDamping);
    }

    /**
     * One branch.
     *
     * @param sector its sector
     * @param modes its modes in order of k
     */
    public record Branch(Sector sector, List<FlavomonMode> modes) {
    }

    /**
     * A wave number whose modes could not be found.
     *
     * @param k shifted wave number, in the unit of the potentials
     * @param reason why
     */
    public record Failure(double k, String reason) {
    }

    /**
     * What the tracing found.
     *
     * @param branches in order of their first k, sector and Re omega
     * @param specialPoints neutral points, light-cone crossings and branch points
     * @param failures wave numbers without result; branches go on beyond them
     */
    public record Result(List<Branch> branches, List<SpecialPoint> specialPoints, List<Failure> failures) {
    }

    /**
     * Finds and links the modes.
     *
     * @param k shifted wave numbers in increasing order, in the unit of the potentials
     * @param progress told the share of finished wave numbers
     * @return branches, special points and failures
     */
    public Result trace(final double[] k, final Progress progress) {
        final Modes[] all = new Modes[k.length];
        ParallelLoop.forEach(k.length, "flavomons", progress.part(0, 0.6), i -> all[i] = m_search.solve(k[i]));
        final List<Failure> failures = new ArrayList<>();
        final List<Modes> modes = new ArrayList<>();
        for (final Modes here : all) {
            if (here.isComplete()) {
                modes.add(here);
            } else {
                failures.add(new Failure(here.k(), here.problem()));
            }
        }
        final int intervals = Math.max(0, modes.size() - 1);
        final int[][] links = new int[intervals][];
        final List<List<SpecialPoint>> points = new ArrayList<>();
        for (int i = 0; i < intervals; i++) {
            points.add(List.of());
        }
        final BranchLinks linker = new BranchLinks(m_search);
        final BranchEvents events = new BranchEvents(m_medium, m_search);
        ParallelLoop.forEach(intervals, "branches", progress.part(0.6, 1), i -> {
            links[i] = linker.between(modes.get(i), modes.get(i + 1));
            points.set(i, events.between(modes.get(i), modes.get(i + 1), links[i]));
        });
        final List<SpecialPoint> special = new ArrayList<>();
        if (modes.size() > 0) {
            special.addAll(events.closedForm(modes.get(0).k(), modes.get(modes.size() - 1).k()));
        }
        points.forEach(special::addAll);
        return new Result(branches(modes, links), List.copyOf(special), List.copyOf(failures));
    }

    /** Linked modes; the place on the light cone where a branch ends is no branch by itself. */
    private static List<Branch> branches(final List<Modes> modes, final int[][] links) {
        final List<List<FlavomonMode>> branches = new ArrayList<>();
        List<List<FlavomonMode>> here = new ArrayList<>();
        for (int i = 0; i < modes.size(); i++) {
            final List<FlavomonMode> list = modes.get(i).list();
            final List<List<FlavomonMode>> next = new ArrayList<>();
            list.forEach(mode -> next.add(new ArrayList<>()));
            for (int b = 0; i > 0 && b < here.size(); b++) {
                if (links[i - 1][b] >= 0) {
                    next.set(links[i - 1][b], here.get(b));
                }
            }
            for (int m = 0; m < list.size(); m++) {
                if (next.get(m).isEmpty()) {
                    branches.add(next.get(m));
                }
                next.get(m).add(list.get(m));
            }
            here = next;
        }
        return branches.stream().filter(b -> !b.stream().allMatch(FlavomonMode::isOnLightCone))
            .map(b -> new Branch(b.get(0).sector(), List.copyOf(b))).toList();
    }
}

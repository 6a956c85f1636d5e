package org.flavorwaves.physics.transport.rays;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.flavorwaves.physics.run.Progress;

/** One launched ray and all that split from it. */
final class RayFamily {
    /** Most rays of one launch. */
    static final int LARGEST = 64;

    private final BackgroundProfile m_profile;

    private final RayOptions m_options;

    private final int m_launch;

    private final RayLaunch m_start;

    private final Progress m_progress;

    private final Deque<Branch> m_waiting = new ArrayDeque<>();

    private int m_count = 1;

    RayFamily(final BackgroundProfile profile, final RayOptions options, final int launch, final RayLaunch start,
        final Progress progress) {
        m_progress = progress;
        m_profile = profile;
        m_options = options;
        m_launch = launch;
        m_start = start;
    }

    /**
     * A ray that is to be followed from a point.
     *
     * @param parent index of the ray it comes from in the family
     * @param wave the wave there
     * @param t time
     * @param y place, wave number, phase and gain
     * @param action wave action it starts with
     */
    record Branch(int parent, TrackedWave wave, double t, double[] y, double action) {
    }

    List<Ray> trace() {
        final List<Ray> rays = new ArrayList<>();
        final TrackedWave wave = new RayStart(m_profile, m_options.band()).waveOf(m_launch, m_start);
        m_waiting.add(new Branch(-1, wave, 0, new double[]{m_start.z(), m_start.k().kz(), 0, 0}, m_start.action()));
        while (!m_waiting.isEmpty()) {
            final Branch branch = m_waiting.remove();
            rays.add(new RayRun(m_profile, m_options, this, rays.size(), branch).trace(m_progress));
        }
        return rays;
    }

    /** Adds a ray that splits off; false if there are too many already. */
    boolean add(final Branch branch) {
        if (m_count >= LARGEST) {
            return false;
        }
        m_count++;
        m_waiting.add(branch);
        return true;
    }

    int launch() {
        return m_launch;
    }

    double kx() {
        return m_start.k().kx();
    }

    double ky() {
        return m_start.k().ky();
    }

    /** A wave of a block of the profile. */
    static TrackedWave waveOf(final BackgroundProfile profile, final int block) {
        return profile.isAligned() ? new AlignedWave(profile, block) : new CoupledWave(profile);
    }
}

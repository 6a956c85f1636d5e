/**
 * How long work runs: {@link org.flavorwaves.physics.run.Progress} tells the caller how far it is and stops it,
 * {@link org.flavorwaves.physics.run.ParallelLoop} spreads independent items over the threads of
 * {@link org.flavorwaves.physics.run.Workers}, or over all cores.
 */
package org.flavorwaves.physics.run;

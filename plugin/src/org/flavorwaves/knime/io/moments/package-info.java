/**
 * What all files of angular moments of neutrinos by cell share: a {@link org.flavorwaves.knime.io.moments.MomentsFile},
 * its head, and what is refused in a cell. {@code io.moments.codes} reads them. Knows no KNIME type.
 */
package org.flavorwaves.knime.io.moments;

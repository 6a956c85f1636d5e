/**
 * Files of angular moments of neutrinos by cell: density and flux factor of each kind, with place and matter. Knows no
 * KNIME type.
 */
package org.flavorwaves.knime.io.moments;

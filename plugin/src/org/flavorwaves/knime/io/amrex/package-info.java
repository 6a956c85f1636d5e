/** Plotfiles of AMReX: their heads, particles and fields, in parts of bounded memory. */
package org.flavorwaves.knime.io.amrex;

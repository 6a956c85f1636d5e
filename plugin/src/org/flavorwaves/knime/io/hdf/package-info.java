/** Datasets of HDF5 files in slabs of bounded memory. */
package org.flavorwaves.knime.io.hdf;

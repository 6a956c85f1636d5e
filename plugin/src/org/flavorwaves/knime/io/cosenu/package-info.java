/**
 * Snapshots of COSEnu, printed ({@link org.flavorwaves.knime.io.cosenu.CosenuText}) and binary
 * ({@link org.flavorwaves.knime.io.cosenu.CosenuBinary}).
 */
package org.flavorwaves.knime.io.cosenu;

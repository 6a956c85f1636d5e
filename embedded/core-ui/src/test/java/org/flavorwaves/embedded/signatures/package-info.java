/**
 * Compares the stand-in with the interface of the real KNIME. {@code knime-5.9.0.txt} lists names and descriptors of
 * public and protected types and members, which {@link org.flavorwaves.embedded.signatures.SignatureList} takes from
 * the public sources.
 */
package org.flavorwaves.embedded.signatures;

/** Checks and executes workflows and nodes, and writes what they produce. */
package org.flavorwaves.embedded.run;

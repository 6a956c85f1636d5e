/** The command line. */
package org.flavorwaves.embedded.command;

package org.knime.core.webui.node.dialog.defaultdialog.util.updates;

/** Says that a state cannot be computed now. */
public final class StateComputationFailureException extends Exception {
}

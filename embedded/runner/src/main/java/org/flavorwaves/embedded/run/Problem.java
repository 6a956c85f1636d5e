package org.flavorwaves.embedded.run;

/**
 * Something that keeps a workflow from being executed.
 *
 * @param where the node, as in {@code CSV Reader (#1)}, or the workflow
 * @param what what is wrong, in a sentence
 */
public record Problem(String where, String what) {

    @Override
    public String toString() {
        return where + ": " + what;
    }
}

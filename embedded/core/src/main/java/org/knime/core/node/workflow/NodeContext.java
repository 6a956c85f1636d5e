package org.knime.core.node.workflow;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * What the current thread works for. Whoever configures or executes a node pushes a context before and removes it
 * afterwards. Other threads do not inherit it.
 */
public final class NodeContext {

    private static final ThreadLocal<Deque<NodeContext>> STACK = ThreadLocal.withInitial(ArrayDeque::new);

    private final Object m_contextObject;

    private NodeContext(final Object contextObject) {
        m_contextObject = contextObject;
    }

    /**
     * Asks for something that the context knows. In this stand-in that is the pushed object itself; nodes ask for
     * {@link org.knime.core.node.workflow.contextv2.WorkflowContextV2}.
     *
     * @param contextObjectClass class of what is asked for
     * @param <C> its type
     * @return the object; empty if the context does not know one
     */
    public <C> Optional<C> getContextObjectForClass(final Class<C> contextObjectClass) {
        return Optional.of(m_contextObject).filter(contextObjectClass::isInstance).map(contextObjectClass::cast);
    }

    /**
     * The context of the current thread.
     *
     * @return the context that was pushed last; null if there is none
     */
    public static NodeContext getContext() {
        return STACK.get().peek();
    }

    /**
     * The context of the current thread.
     *
     * @return the context that was pushed last, if any
     */
    public static Optional<NodeContext> getContextOptional() {
        return Optional.ofNullable(getContext());
    }

    /**
     * Pushes a context for the current thread.
     *
     * @param contextObject what it knows
     */
    public static void pushContext(final Object contextObject) {
        STACK.get().push(new NodeContext(contextObject));
    }

    /**
     * Removes the context that was pushed last.
     *
     * @throws IllegalStateException if there is none
     */
    public static void removeLastContext() {
        if (STACK.get().isEmpty()) {
            throw new IllegalStateException("No node context registered with the current thread");
        }
        STACK.get().pop();
    }
}

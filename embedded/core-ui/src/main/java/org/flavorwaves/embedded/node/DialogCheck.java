package org.flavorwaves.embedded.node;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.WidgetGroup;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.EffectPredicateProvider.PredicateInitializer;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.StateProvider;
import org.knime.node.parameters.updates.StateProvider.StateProviderInitializer;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;

/**
 * Finds what would keep KNIME from opening the dialog of a node: effects and providers that refer to a value that no
 * control carries, and effects and providers that cannot be made. The node itself works without its dialog, so nothing
 * else notices.
 */
public final class DialogCheck {

    private final Set<Class<?>> m_carried = new LinkedHashSet<>();

    private final List<String> m_problems = new ArrayList<>();

    private DialogCheck() {
    }

    /**
     * Checks a dialog.
     *
     * @param parameters the parameters that it shows
     * @return what is wrong, one sentence each; empty if nothing is
     */
    public static List<String> problems(final Class<? extends NodeParameters> parameters) {
        final DialogCheck check = new DialogCheck();
        final List<Field> controls = controls(parameters);
        for (final Field control : controls) {
            final ValueReference reference = control.getAnnotation(ValueReference.class);
            if (reference != null) {
                check.m_carried.add(reference.value());
            }
        }
        final Set<Class<?>> parts = new LinkedHashSet<>();
        for (final Field control : controls) {
            check.checkEffect(control, control.getName());
            check.checkProviders(control);
            final Layout layout = control.getAnnotation(Layout.class);
            Class<?> part = layout == null ? null : layout.value();
            while (part != null) {
                parts.add(part);
                part = part.getEnclosingClass();
            }
        }
        parts.forEach(part -> check.checkEffect(part, part.getSimpleName()));
        return List.copyOf(check.m_problems);
    }

    private static List<Field> controls(final Class<?> group) {
        final List<Field> controls = new ArrayList<>();
        for (final Field field : ParameterFields.of(group)) {
            controls.add(field);
            final Class<?> type = field.getType().isArray() ? field.getType().getComponentType() : field.getType();
            if (WidgetGroup.class.isAssignableFrom(type)) {
                controls.addAll(controls(type));
            }
        }
        return controls;
    }

    private void checkEffect(final AnnotatedElement element, final String name) {
        final Effect effect = element.getAnnotation(Effect.class);
        if (effect != null) {
            attempt(name, effect.predicate(), () -> {
                final EffectPredicateProvider provider = ParameterFields.instantiate(effect.predicate());
                provider.init(recorder(PredicateInitializer.class, name, effect.predicate()));
            });
        }
    }

    private void checkProviders(final Field control) {
        final ChoicesProvider choices = control.getAnnotation(ChoicesProvider.class);
        if (choices != null) {
            checkProvider(control, choices.value());
        }
    }

    private void checkProvider(final Field control, final Class<?> type) {
        attempt(control.getName(), type, () -> {
            final StateProvider<?> provider = (StateProvider<?>) ParameterFields.instantiate(type);
            provider.init(recorder(StateProviderInitializer.class, control.getName(), type));
        });
    }

    private void attempt(final String name, final Class<?> what, final Runnable check) {
        try {
            check.run();
        } catch (final RuntimeException ex) {
            m_problems.add(name + ": " + what.getSimpleName() + " cannot be made: " + ex.getMessage());
        }
    }

    /** Takes every reference that is asked for and answers with more of its kind. */
    private <T> T recorder(final Class<T> type, final String name, final Class<?> user) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            final Class<?> reference = referenceOf(args);
            if (reference != null && !m_carried.contains(reference)) {
                m_problems.add(name + ": " + user.getSimpleName() + " refers to " + reference.getSimpleName()
                    + ", which no control carries");
            }
            return answer(method, name, user);
        }));
    }

    private static Class<?> referenceOf(final Object[] args) {
        if (args != null && args.length > 0 && args[0] instanceof Class<?>
            && ParameterReference.class.isAssignableFrom((Class<?>) args[0])) {
            return (Class<?>) args[0];
        }
        return null;
    }

    private Object answer(final Method method, final String name, final Class<?> user) {
        final Class<?> type = method.getReturnType();
        return type.isInterface() ? recorder(type, name, user) : null;
    }
}

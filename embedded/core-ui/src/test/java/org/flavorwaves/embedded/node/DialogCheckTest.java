package org.flavorwaves.embedded.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.knime.node.parameters.NodeParameters;
import org.knime.node.parameters.NodeParametersInput;
import org.knime.node.parameters.layout.Layout;
import org.knime.node.parameters.layout.Section;
import org.knime.node.parameters.updates.Effect;
import org.knime.node.parameters.updates.Effect.EffectType;
import org.knime.node.parameters.updates.EffectPredicate;
import org.knime.node.parameters.updates.EffectPredicateProvider;
import org.knime.node.parameters.updates.ParameterReference;
import org.knime.node.parameters.updates.ValueReference;
import org.knime.node.parameters.widget.choices.ChoicesProvider;
import org.knime.node.parameters.widget.choices.StringChoicesProvider;

class DialogCheckTest {

    enum Mode {
        PLAIN, SPECIAL
    }

    static final class ModeReference implements ParameterReference<Mode> {
    }

    static final class OnReference implements ParameterReference<Boolean> {
    }

    static final class IsSpecial implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getEnum(ModeReference.class).isOneOf(Mode.SPECIAL).and(new IsOn().init(i).negate());
        }
    }

    static final class IsOn implements EffectPredicateProvider {

        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getBoolean(OnReference.class).isTrue();
        }
    }

    static final class Words implements StringChoicesProvider {

        @Override
        public List<String> choices(final NodeParametersInput context) {
            return List.of();
        }
    }

    static final class NeedsArgument implements EffectPredicateProvider {

        NeedsArgument(final String unused) {
            throw new AssertionError(unused);
        }

        @Override
        public EffectPredicate init(final PredicateInitializer i) {
            return i.getConstant(input -> false);
        }
    }

    @Section(title = "Part")
    @Effect(predicate = IsOn.class, type = EffectType.SHOW)
    interface Part {
    }

    static class Good implements NodeParameters {

        @ValueReference(ModeReference.class)
        Mode m_mode = Mode.PLAIN;

        @ValueReference(OnReference.class)
        boolean m_on;

        @Effect(predicate = IsSpecial.class, type = EffectType.SHOW)
        @Layout(Part.class)
        double m_value;

        @ChoicesProvider(Words.class)
        String m_word;
    }

    static final class Bad implements NodeParameters {

        @Effect(predicate = IsSpecial.class, type = EffectType.SHOW)
        @Layout(Part.class)
        double m_value;

        @ChoicesProvider(Words.class)
        String m_word;

        @Effect(predicate = NeedsArgument.class, type = EffectType.HIDE)
        String m_other;
    }

    @Test
    void aDialogWhoseReferencesAreCarriedIsFine() {
        assertThat(DialogCheck.problems(Good.class)).isEmpty();
    }

    @Test
    void namesReferencesThatNobodyCarries() {
        assertThat(DialogCheck.problems(Bad.class)).containsExactly(
            "m_value: IsSpecial refers to ModeReference, which no control carries",
            "m_value: IsSpecial refers to OnReference, which no control carries",
            "m_other: NeedsArgument cannot be made: The class '" + NeedsArgument.class.getName()
                + "' has no constructor without arguments.",
            "Part: IsOn refers to OnReference, which no control carries");
    }
}

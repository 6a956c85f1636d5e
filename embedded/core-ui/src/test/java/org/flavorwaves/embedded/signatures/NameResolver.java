package org.flavorwaves.embedded.signatures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeParameterTree;
import org.flavorwaves.embedded.signatures.SignatureList.Declared;

/** Finds what the names in the signatures of a type stand for, erased. */
final class NameResolver {

    private static final String OBJECT = "Ljava/lang/Object;";

    private static final Map<String, String> PRIMITIVES = Map.of("void", "V", "boolean", "Z", "byte", "B", "short",
        "S", "char", "C", "int", "I", "long", "J", "float", "F", "double", "D");

    private static final Pattern OUTERMOST = Pattern.compile("((?:[a-z_][\\w]*\\.)*[A-Z]\\w*)((?:\\.\\w+)*)");

    private final Map<String, Declared> m_types;

    private final Declared m_type;

    /** The type variables in scope with the descriptors of their erasures. */
    private final Map<String, String> m_variables = new LinkedHashMap<>();

    NameResolver(final Map<String, Declared> types, final Declared type) {
        m_types = types;
        m_type = type;
        final List<Declared> scopes = new ArrayList<>();
        for (Declared t = type; t != null; t = types.get(t.outer())) {
            scopes.add(0, t);
        }
        for (final Declared scope : scopes) {
            for (final TypeParameterTree variable : scope.tree().getTypeParameters()) {
                m_variables.put(variable.getName().toString(), bound(variable, Map.of()));
            }
        }
    }

    /** The supertypes that are named, by their binary names. */
    List<String> supertypes() {
        final List<String> supers = new ArrayList<>();
        if (m_type.tree().getExtendsClause() != null) {
            supers.add(name(m_type.tree().getExtendsClause()));
        }
        m_type.tree().getImplementsClause().forEach(t -> supers.add(name(t)));
        return supers;
    }

    private String name(final Tree tree) {
        final String descriptor = descriptor(tree, Map.of());
        return descriptor.substring(1, descriptor.length() - 1).replace('/', '.');
    }

    /** The descriptor of the erasure of a type variable. */
    String bound(final TypeParameterTree variable, final Map<String, String> variables) {
        return variable.getBounds().isEmpty() ? OBJECT : descriptor(variable.getBounds().get(0), variables);
    }

    /** The descriptor of a type, erased. */
    String descriptor(final Tree tree, final Map<String, String> variables) {
        if (tree instanceof PrimitiveTypeTree) {
            return PRIMITIVES.get(tree.toString());
        }
        if (tree instanceof ArrayTypeTree array) {
            return "[" + descriptor(array.getType(), variables);
        }
        if (tree instanceof ParameterizedTypeTree parameterized) {
            return descriptor(parameterized.getType(), variables);
        }
        if (tree instanceof AnnotatedTypeTree annotated) {
            return descriptor(annotated.getUnderlyingType(), variables);
        }
        final String text = tree.toString();
        if (variables.containsKey(text)) {
            return variables.get(text);
        }
        return m_variables.containsKey(text) ? m_variables.get(text) : SignatureList.descriptor(resolve(text));
    }

    private String resolve(final String text) {
        final String first = text.replaceFirst("\\..*", "");
        final Optional<String> outer = simple(first);
        if (outer.isPresent()) {
            String name = outer.get();
            for (final String nested : text.substring(first.length()).split("\\.")) {
                if (!nested.isEmpty()) {
                    name = nested(name, nested, new LinkedHashSet<>()).orElse(name + "$" + nested);
                }
            }
            return name;
        }
        return qualified(text);
    }

    private Optional<String> simple(final String name) {
        for (Declared scope = m_type; scope != null; scope = m_types.get(scope.outer())) {
            if (scope.tree().getSimpleName().contentEquals(name)) {
                return Optional.of(scope.name());
            }
            final Optional<String> member = nested(scope.name(), name, new LinkedHashSet<>());
            if (member.isPresent()) {
                return member;
            }
        }
        for (final ImportTree imported : m_type.unit().getImports()) {
            final String qualified = imported.getQualifiedIdentifier().toString();
            if (qualified.endsWith("." + name)) {
                return Optional.of(qualified(qualified));
            }
        }
        final String sibling = m_type.unit().getPackageName() + "." + name;
        return m_types.containsKey(sibling) ? Optional.of(sibling) : onDemand(name);
    }

    private Optional<String> onDemand(final String name) {
        final List<String> packages = new ArrayList<>(List.of("java.lang"));
        for (final ImportTree imported : m_type.unit().getImports()) {
            final String qualified = imported.getQualifiedIdentifier().toString();
            if (qualified.endsWith(".*")) {
                packages.add(qualified.substring(0, qualified.length() - 2));
            }
        }
        return packages.stream().map(p -> p + "." + name).filter(this::exists).findFirst();
    }

    private boolean exists(final String name) {
        try {
            return m_types.containsKey(name) || Class.forName(name, false, getClass().getClassLoader()) != null;
        } catch (final ClassNotFoundException ex) {
            return false;
        }
    }

    /** A member type, declared or inherited. */
    private Optional<String> nested(final String type, final String name, final Set<String> seen) {
        if (m_types.containsKey(type + "$" + name)) {
            return Optional.of(type + "$" + name);
        }
        final Declared declared = m_types.get(type);
        if (declared == null || !seen.add(type)) {
            return Optional.empty();
        }
        if (declared != m_type || seen.size() > 1) {
            return inherited(new NameResolver(m_types, declared, seen), name, seen);
        }
        return inherited(this, name, seen);
    }

    private NameResolver(final Map<String, Declared> types, final Declared type, final Set<String> seen) {
        m_types = types;
        m_type = type;
    }

    private Optional<String> inherited(final NameResolver names, final String name, final Set<String> seen) {
        final List<Tree> supers = new ArrayList<>(names.m_type.tree().getImplementsClause());
        if (names.m_type.tree().getExtendsClause() != null) {
            supers.add(names.m_type.tree().getExtendsClause());
        }
        for (final Tree tree : supers) {
            final String text = tree instanceof ParameterizedTypeTree p ? p.getType().toString() : tree.toString();
            final String first = text.replaceFirst("\\..*", "");
            if (first.equals(name)) {
                continue;
            }
            final Optional<String> member = nested(names.imported(text), name, seen);
            if (member.isPresent()) {
                return member;
            }
        }
        return Optional.empty();
    }

    /** A supertype by imports and package, without a look at its own supertypes. */
    private String imported(final String text) {
        for (Declared scope = m_type; scope != null; scope = m_types.get(scope.outer())) {
            if (m_types.containsKey(scope.name() + "$" + text)) {
                return scope.name() + "$" + text;
            }
        }
        final String first = text.replaceFirst("\\..*", "");
        for (final ImportTree imported : m_type.unit().getImports()) {
            final String qualified = imported.getQualifiedIdentifier().toString();
            if (qualified.endsWith("." + first)) {
                return qualified(qualified + text.substring(first.length()));
            }
        }
        return m_type.unit().getPackageName() + "." + text.replace('.', '$');
    }

    private static String qualified(final String text) {
        final Matcher m = OUTERMOST.matcher(text);
        return m.matches() ? m.group(1) + m.group(2).replace('.', '$') : text;
    }
}

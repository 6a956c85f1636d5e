package org.flavorwaves.embedded.signatures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.TypeParameterTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;

/**
 * Lists public and protected types and members of Java sources without compiling them: names of types are resolved by
 * imports, packages and enclosing types.
 *
 * <p>A type is a line {@code KIND NAME : SUPERTYPE ...}, with binary names; its members follow, indented:
 * {@code [static] NAME DESCRIPTOR}, a constructor as {@code <init>}.
 *
 * <p>To list another KNIME: {@code java -cp target/test-classes org.flavorwaves.embedded.signatures.SignatureList
 * NAMES_FILE SOURCE_FOLDER...}, with NAMES_FILE the present list, from which the names of types and packages
 * ({@code package NAME}: all its types) are taken.
 */
public final class SignatureList {

    private final Map<String, Declared> m_types = new TreeMap<>();

    /** A type with the file that declares it, by its binary name. */
    record Declared(String name, ClassTree tree, CompilationUnitTree unit, String outer) {

        boolean isInterface() {
            return tree.getKind() == Kind.INTERFACE || tree.getKind() == Kind.ANNOTATION_TYPE;
        }
    }

    /**
     * Prints a list.
     *
     * @param args the file with names, then folders with sources
     * @throws IOException if a file cannot be read
     */
    public static void main(final String[] args) throws IOException {
        final SignatureList list = new SignatureList();
        for (int i = 1; i < args.length; i++) {
            list.parse(Path.of(args[i]));
        }
        list.print(Files.readAllLines(Path.of(args[0])));
    }

    private void parse(final Path folder) throws IOException {
        final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        final List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.filter(f -> f.toString().endsWith(".java") && !f.endsWith("package-info.java")).toList();
        }
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            final JavacTask task = (JavacTask) compiler.getTask(null, manager, d -> { }, List.of("-proc:none"), null,
                manager.getJavaFileObjectsFromPaths(files));
            for (final CompilationUnitTree unit : task.parse()) {
                for (final Tree tree : unit.getTypeDecls()) {
                    if (tree instanceof ClassTree && unit.getPackageName() != null) {
                        add((ClassTree) tree, unit, "");
                    }
                }
            }
        }
    }

    private void add(final ClassTree tree, final CompilationUnitTree unit, final String outer) {
        final String name = outer.isEmpty() ? unit.getPackageName() + "." + tree.getSimpleName()
            : outer + "$" + tree.getSimpleName();
        m_types.put(name, new Declared(name, tree, unit, outer));
        for (final Tree member : tree.getMembers()) {
            if (member instanceof ClassTree) {
                add((ClassTree) member, unit, name);
            }
        }
    }

    private void print(final List<String> names) {
        final Set<String> packages = new TreeSet<>();
        final Set<String> wanted = new TreeSet<>();
        for (final String line : names) {
            final String[] words = line.split(" ");
            if (line.startsWith("package ")) {
                packages.add(words[1]);
            } else if (!line.isBlank() && !line.startsWith(" ") && !line.startsWith("#")) {
                wanted.add(words.length > 1 ? words[1] : words[0]);
            }
        }
        m_types.values().stream().filter(t -> packages.contains(t.unit().getPackageName().toString()))
            .forEach(t -> wanted.add(t.name()));
        final Map<String, List<String>> out = new TreeMap<>();
        wanted.forEach(name -> list(name, out));
        packages.forEach(p -> System.out.println("package " + p));
        out.values().forEach(lines -> lines.forEach(System.out::println));
    }

    private void list(final String name, final Map<String, List<String>> out) {
        final Declared type = m_types.get(name);
        if (type == null || out.containsKey(name)) {
            return;
        }
        final NameResolver names = new NameResolver(m_types, type);
        final List<String> supers = names.supertypes();
        final List<String> lines = new ArrayList<>();
        out.put(name, lines);
        if (isVisible(type.tree().getModifiers(), isInInterface(type))) {
            lines.add(type.tree().getKind().toString().toLowerCase(Locale.ROOT).replace("_type", "") + " " + name
                + " :" + supers.stream().map(s -> " " + s).collect(Collectors.joining()));
        } else {
            lines.add("hidden " + name + " :" + supers.stream().map(s -> " " + s).collect(Collectors.joining()));
        }
        lines.addAll(members(type, names));
        supers.forEach(s -> list(s, out));
        m_types.values().stream().filter(t -> t.outer().equals(name)).forEach(t -> list(t.name(), out));
    }

    private boolean isInInterface(final Declared type) {
        return !type.outer().isEmpty() && m_types.get(type.outer()).isInterface();
    }

    private static boolean isVisible(final ModifiersTree modifiers, final boolean inInterface) {
        final Set<Modifier> flags = modifiers.getFlags();
        return flags.contains(Modifier.PUBLIC) || flags.contains(Modifier.PROTECTED)
            || inInterface && !flags.contains(Modifier.PRIVATE);
    }

    private static Set<String> members(final Declared type, final NameResolver names) {
        final Set<String> lines = new TreeSet<>();
        final String self = descriptor(type.name());
        for (final Tree member : type.tree().getMembers()) {
            if (member instanceof MethodTree method && isVisible(method.getModifiers(), type.isInterface())) {
                lines.add(method(method, names));
            } else if (member instanceof VariableTree field && isVisible(field.getModifiers(), type.isInterface())) {
                final boolean isStatic = type.isInterface()
                    || field.getModifiers().getFlags().contains(Modifier.STATIC);
                lines.add(line(isStatic, field.getName().toString(), names.descriptor(field.getType(), Map.of())));
            }
        }
        addImplied(type, names, self, lines);
        return lines;
    }

    /** What the compiler adds: constructors, accessors of records, methods of enums. */
    private static void addImplied(final Declared type, final NameResolver names, final String self,
        final Set<String> lines) {
        final boolean hasConstructor = type.tree().getMembers().stream()
            .anyMatch(m -> m instanceof MethodTree t && t.getReturnType() == null);
        if (type.tree().getKind() == Kind.CLASS && !hasConstructor) {
            lines.add(line(false, "<init>", "()V"));
        } else if (type.tree().getKind() == Kind.ENUM) {
            lines.add(line(true, "values", "()[" + self));
            lines.add(line(true, "valueOf", "(Ljava/lang/String;)" + self));
        } else if (type.tree().getKind() == Kind.RECORD) {
            final StringBuilder parameters = new StringBuilder();
            for (final Tree member : type.tree().getMembers()) {
                if (member instanceof VariableTree field
                    && !field.getModifiers().getFlags().contains(Modifier.STATIC)) {
                    final String descriptor = names.descriptor(field.getType(), Map.of());
                    parameters.append(descriptor);
                    lines.add(line(false, field.getName().toString(), "()" + descriptor));
                }
            }
            lines.add(line(false, "<init>", "(" + parameters + ")V"));
        }
    }

    private static String method(final MethodTree method, final NameResolver names) {
        final Map<String, String> variables = new LinkedHashMap<>();
        for (final TypeParameterTree variable : method.getTypeParameters()) {
            variables.put(variable.getName().toString(), names.bound(variable, variables));
        }
        final StringBuilder descriptor = new StringBuilder("(");
        method.getParameters().forEach(p -> descriptor.append(names.descriptor(p.getType(), variables)));
        descriptor.append(')')
            .append(method.getReturnType() == null ? "V" : names.descriptor(method.getReturnType(), variables));
        return line(method.getModifiers().getFlags().contains(Modifier.STATIC),
            method.getReturnType() == null ? "<init>" : method.getName().toString(), descriptor.toString());
    }

    private static String line(final boolean isStatic, final String name, final String descriptor) {
        return (isStatic ? "  static " : "  ") + name + " " + descriptor;
    }

    static String descriptor(final String name) {
        return "L" + name.replace('.', '/') + ";";
    }
}

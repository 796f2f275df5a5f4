package io.millrace.workflows.process;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which expressions a model of an analyst may hold: variables, literals, comparisons and logic. No method is called and
 * no property is read, since through either everything on the class path can be reached; two phrases that models need
 * and that reach nothing are taken as they are. Whatever is not known to be harmless is refused.
 */
final class SafeExpression {

    /** The engine's parser and its interpreter go down into each pair of parentheses, on the caller's stack. */
    static final int DEEPEST = 50;

    static final int LONGEST = 2_000;

    /** What the engine puts in front of and behind each. */
    private static final Pattern WHOLE = Pattern.compile("[$#]\\{([^{}]*)\\}");

    private static final Pattern BUSINESS_KEY = Pattern.compile("execution\\.processBusinessKey");
    private static final Pattern OF_A_DECISION =
            Pattern.compile("decisionResult\\.getSingleResult\\(\\)\\.(?!class\\b)[a-z][A-Za-z0-9]*");

    private static final Pattern TOKEN =
            Pattern.compile("\\s+|(?<word>[A-Za-z_][A-Za-z0-9_]*)|(?<number>\\d+(?:\\.\\d+)?)"
                    + "|(?<text>'(?:[^'\\\\]|\\\\['\\\\])*+'|\"(?:[^\"\\\\]|\\\\[\"\\\\])*+\")"
                    + "|(?<operator>==|!=|<=|>=|&&|\\|\\||[<>!+\\-*/%?:()])");

    /** Between two values; the engine's language knows the words as well as the signs. */
    private static final Set<String> BETWEEN = Set.of(
            "==", "!=", "<", ">", "<=", ">=", "&&", "||", "+", "-", "*", "/", "%", "?", ":", "eq", "ne", "lt", "gt",
            "le", "ge", "and", "or", "div", "mod");

    private static final Set<String> BEFORE = Set.of("!", "-", "not", "empty");

    /** Objects of the engine that every expression could use, and all that can be reached through them. */
    private static final Set<String> NOT_VARIABLES = Set.of(
            "execution",
            "task",
            "externalTask",
            "caseExecution",
            "authenticatedUserId",
            "decisionResult",
            "cdiBeanManager",
            "instanceof",
            "class");

    private SafeExpression() {}

    /**
     * @param text of an attribute or an element; what is outside of braces is plain text
     * @return what is wrong with it, as the end of a sentence; empty when nothing is
     */
    static Optional<String> flaw(String text) {
        Matcher expression = WHOLE.matcher(text);
        StringBuilder plain = new StringBuilder();
        int read = 0;
        while (expression.find()) {
            plain.append(text.substring(read, expression.start()));
            read = expression.end();
            Optional<String> flaw = inside(expression.group(1));
            if (flaw.isPresent()) return flaw;
        }
        plain.append(text.substring(read));
        return plain.indexOf("${") >= 0 || plain.indexOf("#{") >= 0
                ? Optional.of("has braces that are not closed, or braces inside braces")
                : Optional.empty();
    }

    private static Optional<String> inside(String expression) {
        if (expression.length() > LONGEST) return Optional.of("is longer than " + LONGEST + " characters");
        String stripped = expression.strip();
        if (BUSINESS_KEY.matcher(stripped).matches()
                || OF_A_DECISION.matcher(stripped).matches()) {
            return Optional.empty();
        }
        Matcher token = TOKEN.matcher(stripped);
        Grammar grammar = new Grammar();
        int at = 0;
        while (at < stripped.length()) {
            if (!token.find(at) || token.start() != at) {
                return Optional.of("has \"" + stripped.charAt(at) + "\", where only variables, numbers, texts in"
                        + " quotes, comparisons and logic may be");
            }
            Optional<String> flaw = grammar.take(token);
            if (flaw.isPresent()) return flaw;
            at = token.end();
        }
        return grammar.end();
    }

    /** Value, operator, value; parentheses around any of it, and never directly behind a name. */
    private static final class Grammar {

        private boolean wantsValue = true;
        private int open;

        Optional<String> take(Matcher token) {
            String word = token.group("word");
            if (word != null) return word(word);
            if (token.group("number") != null || token.group("text") != null) return value(token.group());
            String operator = token.group("operator");
            return operator == null ? Optional.empty() : operator(operator);
        }

        private Optional<String> word(String word) {
            if (wantsValue && BEFORE.contains(word)) return Optional.empty();
            if (!wantsValue && BETWEEN.contains(word)) {
                wantsValue = true;
                return Optional.empty();
            }
            if (NOT_VARIABLES.contains(word))
                return Optional.of("uses " + word + ", which is no variable of the process");
            return value(word);
        }

        private Optional<String> value(String what) {
            if (!wantsValue) return Optional.of("has " + what + " where an operator belongs");
            wantsValue = false;
            return Optional.empty();
        }

        private Optional<String> operator(String operator) {
            if (operator.equals("(")) {
                if (!wantsValue) return Optional.of("calls something; only variables may be used");
                return ++open > DEEPEST
                        ? Optional.of("has more than " + DEEPEST + " parentheses inside each other")
                        : Optional.empty();
            }
            if (operator.equals(")")) {
                open--;
                return wantsValue || open < 0 ? Optional.of("has a parenthesis too many") : Optional.empty();
            }
            if (wantsValue) {
                return BEFORE.contains(operator)
                        ? Optional.empty()
                        : Optional.of("has " + operator + " where a variable or a value belongs");
            }
            if (!BETWEEN.contains(operator)) return Optional.of("has " + operator + " where it makes no sense");
            wantsValue = true;
            return Optional.empty();
        }

        Optional<String> end() {
            if (wantsValue) return Optional.of("ends where a variable or a value belongs");
            return open == 0 ? Optional.empty() : Optional.of("has a parenthesis that is not closed");
        }
    }

    /** The variables and beans that it names. */
    static List<String> names(String text) {
        return WHOLE.matcher(text)
                .results()
                .flatMap(whole -> Pattern.compile("[A-Za-z_][A-Za-z0-9_]*")
                        .matcher(whole.group(1))
                        .results())
                .map(match -> match.group())
                .distinct()
                .toList();
    }
}

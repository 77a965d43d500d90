package io.buyme.cli;

import static java.util.stream.Collectors.joining;

import io.buyme.api.Article;
import io.buyme.api.ArticleMatches;
import io.buyme.api.Attributes;
import io.buyme.api.Attributes.ColorShare;
import io.buyme.api.DetectedBox;
import io.buyme.api.LookResult;
import io.buyme.api.Match;
import io.buyme.api.Pose;
import io.buyme.api.Product;
import io.buyme.cli.report.TopDown;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes results for people: advice first, then each article with its matches in aligned columns. */
final class TextOutput implements LookOutput {

    private static final int TITLE = 44;
    private static final int VARIANTS = 3;

    private final PrintWriter out;
    private final boolean explain;

    TextOutput(PrintWriter out, boolean explain) {
        this.out = out;
        this.explain = explain;
    }

    @Override
    public void add(LookResult result) {
        if (result instanceof LookResult.Found found) {
            found(found);
        } else if (result instanceof LookResult.Rejected rejected) {
            heading(rejected.photo(), "rejected, " + verdict(rejected.pose()));
            rejected.pose().reasons().forEach(this::advice);
        } else if (result instanceof LookResult.Failed failed) {
            heading(failed.photo(), "failed");
            advice(Failures.message(failed.cause()));
        }
        out.println();
        out.flush();
    }

    @Override
    public void close() {
        out.flush();
    }

    private void found(LookResult.Found found) {
        String time = String.format(Locale.ROOT, "%d ms", found.times().total().toMillis());
        heading(found.photo(), verdict(found.pose()) + ", " + time);
        found.advice().forEach(this::advice);
        if (found.articles().isEmpty()) {
            out.println("  no article found");
        }
        for (ArticleMatches article : TopDown.order(found.articles())) {
            article(article);
        }
        if (explain) {
            out.println();
            found.boxes().forEach(this::box);
        }
    }

    private void heading(String photo, String what) {
        out.println(OneLine.of(photo) + ": " + what);
    }

    private void advice(String line) {
        out.println("  ! " + OneLine.of(line));
    }

    void article(ArticleMatches found) {
        Article article = found.article();
        out.println();
        out.printf(Locale.ROOT, "  %s (confidence %.2f)%s%n", kind(article), article.score(), seen(found.attributes()));
        found.notice().ifPresent(notice -> out.println("      ! " + OneLine.of(notice)));
        if (found.matches().isEmpty() && found.notice().isEmpty()) {
            out.println("      the catalogue has nothing for "
                    + article.superCategory().label());
        }
        int title = width(found.matches().stream().map(TextOutput::title).toList());
        int price = width(found.matches().stream().map(TextOutput::price).toList());
        for (Match match : found.matches()) {
            out.printf(
                    Locale.ROOT,
                    "      %.3f  %-" + title + "s  %" + price + "s  %s%n",
                    match.score(),
                    title(match),
                    price(match),
                    OneLine.of(match.product().link().orElse("no link")));
            out.println("             " + OneLine.of(match.explanation().summary()));
            standing(match).ifPresent(line -> out.println("             " + line));
        }
    }

    /** What the place of a match rests on, where the ranking says. */
    private static Optional<String> standing(Match match) {
        List<String> words = new ArrayList<>();
        match.probability()
                .ifPresent(p -> words.add(String.format(Locale.ROOT, "good match with probability %.2f", p)));
        if (!match.evidence().isEmpty()) {
            words.add(match.evidence().stream()
                    .map(e -> String.format(Locale.ROOT, "%s %+.2f", e.name(), e.contribution()))
                    .collect(joining(", ")));
        }
        if (!match.variants().isEmpty()) {
            words.add("also: "
                    + match.variants().stream()
                            .limit(VARIANTS)
                            .map(variant -> OneLine.of(variant.title(), TITLE))
                            .collect(joining(", "))
                    + (match.variants().size() > VARIANTS
                            ? " and %d more".formatted(match.variants().size() - VARIANTS)
                            : ""));
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", words));
    }

    private void box(DetectedBox box) {
        Article article = box.article();
        out.printf(
                Locale.ROOT,
                "  %s: %s (confidence %.2f, at %.0f,%.0f, %.0fx%.0f): %s%n",
                box.fate().name().toLowerCase(Locale.ROOT),
                kind(article),
                article.score(),
                article.box().x(),
                article.box().y(),
                article.box().width(),
                article.box().height(),
                OneLine.of(box.reason()));
    }

    private static String kind(Article article) {
        String part = article.superCategory().label();
        return article.category().equals(part) ? part : OneLine.of(article.category()) + ", " + part;
    }

    private static String verdict(Pose pose) {
        return String.format(Locale.ROOT, "%s (%.2f)", pose.verdict().label(), pose.score());
    }

    private static String seen(Attributes attributes) {
        List<String> words = new ArrayList<>();
        for (ColorShare color : attributes.colors()) {
            words.add(String.format(Locale.ROOT, "%s %.0f %%", color.name(), 100 * color.share()));
        }
        attributes.tags().forEach(tag -> words.add(tag.name()));
        return words.isEmpty() ? "" : ": " + OneLine.of(String.join(", ", words));
    }

    private static String title(Match match) {
        Product product = match.product();
        return OneLine.of(product.title() + product.brand().map(b -> ", " + b).orElse(""), TITLE);
    }

    private static String price(Match match) {
        return match.product().price().map(Object::toString).orElse("no price");
    }

    private static int width(List<String> column) {
        return column.stream().mapToInt(String::length).max().orElse(1);
    }
}

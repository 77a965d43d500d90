package io.buyme.train.loop;

import java.time.Duration;
import java.util.Locale;
import java.util.StringJoiner;

/** Says how much of a run is done, and how long the rest will take. */
final class Progress {

    private final RunSettings settings;
    private final Course course;

    Progress(RunSettings settings, Course course) {
        this.settings = settings;
        this.course = course;
    }

    /** Returns the share of the run that is done, by epochs or by time, whichever is more. */
    double of(Position position) {
        double epochs = position.epoch() + (double) position.step() / course.steps();
        double byEpochs = epochs / settings.schedule().epochs();
        double byTime = settings.budget()
                .map(budget -> position.seconds() * 1000 / Math.max(1, budget.toMillis()))
                .orElse(0.0);
        return Math.min(1, Math.max(byEpochs, byTime));
    }

    boolean over(Position position) {
        return of(position) >= 1;
    }

    /** Tells whether the time for this epoch's stage of the schedule, or for all of them, is over. */
    boolean outOfTime(Position position) {
        return settings.budget().isPresent()
                && (over(position) || settings.schedule().stageAt(of(position)) != position.stage());
    }

    /** Returns a line for people. */
    String line(Position position, CurvePoint point) {
        StringJoiner losses = new StringJoiner(", ");
        point.losses().entrySet().stream()
                .sorted(java.util.Map.Entry.comparingByKey())
                .forEach(loss -> losses.add(String.format(Locale.ROOT, "%s %.4f", loss.getKey(), loss.getValue())));
        double pictures = point.step() * (double) course.pictures();
        double done = Math.max(1e-6, of(position));
        return String.format(
                Locale.ROOT,
                "epoch %.2f of %d, %d px, rate %.2e: %s; %.1f pictures/s, %s left",
                point.epoch(),
                settings.schedule().epochs(),
                point.size(),
                point.rate(),
                losses,
                pictures / Math.max(1e-9, position.seconds()),
                left(position.seconds() * (1 - done) / done));
    }

    private static String left(double seconds) {
        Duration left = Duration.ofSeconds(Math.round(seconds));
        return left.toHours() > 0
                ? left.toHours() + " h " + left.toMinutesPart() + " min"
                : left.toMinutes() > 0 ? left.toMinutes() + " min" : left.toSeconds() + " s";
    }
}

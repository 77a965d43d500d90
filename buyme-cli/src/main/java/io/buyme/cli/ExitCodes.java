package io.buyme.cli;

/** What the command's exit code says; part of its interface, see {@code docs/cli.md}. */
final class ExitCodes {

    /** Everything asked for was done. */
    static final int OK = 0;

    /** Some of the input could not be used; the rest was. */
    static final int INPUT = 1;

    /** The command line is wrong; nothing was done. */
    static final int USAGE = 2;

    /** The catalogue, a stage or the machine is at fault. */
    static final int ENVIRONMENT = 3;

    private ExitCodes() {}

    /** Returns the code of a run in which so many pieces of the input could not be used. */
    static int afterFailures(long failed) {
        return failed == 0 ? OK : INPUT;
    }

    /** Returns the code of a training run that came to its end, or was told to stop before. */
    static int afterTraining(boolean ended) {
        return ended ? OK : ENVIRONMENT;
    }
}

package io.buyme.train.loop;

/**
 * How far a run has come.
 *
 * @param epoch counted from 0
 * @param step the next one of this epoch
 * @param stage of the schedule in this epoch; -1 before the epoch starts
 * @param seconds spent training, over all sittings
 */
record Position(int epoch, int step, int stage, double seconds) {

    static final Position START = new Position(0, 0, -1, 0);

    Position starting(int itsStage) {
        return new Position(epoch, step, itsStage, seconds);
    }

    Position stepped(double took) {
        return new Position(epoch, step + 1, stage, seconds + took);
    }

    Position epochDone() {
        return new Position(epoch + 1, 0, -1, seconds);
    }
}

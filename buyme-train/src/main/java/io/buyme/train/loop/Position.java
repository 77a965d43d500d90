package io.buyme.train.loop;

/**
 * How far a run has come.
 *
 * @param epoch counted from 0
 * @param step the next one of this epoch
 * @param size of this epoch's pictures, in pixels; 0 before the epoch starts
 * @param seconds spent training, over all sittings
 */
record Position(int epoch, int step, int size, double seconds) {

    static final Position START = new Position(0, 0, 0, 0);

    Position starting(int pictureSize) {
        return new Position(epoch, step, pictureSize, seconds);
    }

    Position stepped(double took) {
        return new Position(epoch, step + 1, size, seconds + took);
    }

    Position epochDone() {
        return new Position(epoch + 1, 0, 0, seconds);
    }
}

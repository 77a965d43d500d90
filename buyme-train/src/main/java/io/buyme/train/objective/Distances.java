package io.buyme.train.objective;

/** The distances between all rows of a batch. */
final class Distances {

    /** Keeps the slope of the root finite where two embeddings are the same. */
    private static final double LEAST = 1e-4;

    private final Distance kind;
    private final int rows;
    private final double[] values;

    Distances(Matrix embeddings, Distance kind) {
        this.kind = kind;
        this.rows = embeddings.rows();
        this.values = new double[rows * rows];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < i; j++) {
                values[i * rows + j] = values[j * rows + i] = between(embeddings, i, j);
            }
        }
    }

    private double between(Matrix embeddings, int i, int j) {
        double dot = 0;
        double squares = 0;
        for (int k = 0; k < embeddings.columns(); k++) {
            double a = embeddings.at(i, k);
            double b = embeddings.at(j, k);
            dot += a * b;
            squares += (a - b) * (a - b);
        }
        return kind == Distance.COSINE ? 1 - dot : Math.max(LEAST, Math.sqrt(squares));
    }

    int rows() {
        return rows;
    }

    double at(int i, int j) {
        return values[i * rows + j];
    }

    /** Adds the slope of one distance by both of its embeddings, times a factor. */
    void addGradient(Matrix embeddings, int i, int j, double factor, float[] gradient) {
        int columns = embeddings.columns();
        double scale = kind == Distance.COSINE ? -factor : factor / at(i, j);
        for (int k = 0; k < columns; k++) {
            double a = embeddings.at(i, k);
            double b = embeddings.at(j, k);
            gradient[i * columns + k] += (float) (scale * (kind == Distance.COSINE ? b : a - b));
            gradient[j * columns + k] += (float) (scale * (kind == Distance.COSINE ? a : b - a));
        }
    }
}

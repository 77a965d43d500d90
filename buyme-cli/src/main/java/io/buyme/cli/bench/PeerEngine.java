package io.buyme.cli.bench;

import io.buyme.api.BuyMeException;
import io.buyme.cli.bench.IndexBenchReport.Size;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A program of somebody else's that is asked in turns with the indexes of BuyMe, so that both are measured on the same
 * machine at the same time.
 *
 * <p>It is started with three arguments: the file with the vectors and that with the queries, both {@code .fvecs}, and the
 * number of neighbours. It says {@code built SECONDS CPU_SECONDS}. Then for each line {@code search CANDIDATES} it answers
 * all queries on one thread, says {@code searched CPU_SECONDS}, and for each query a line with the places of its neighbours. It
 * ends when its input does.
 */
final class PeerEngine implements IndexEngine {

    private final String name;
    private final int queries;
    private final Process process;
    private final Writer input;
    private final BufferedReader output;

    /**
     * Starts the program.
     *
     * @param command its file
     * @param folder for the vectors
     */
    PeerEngine(String name, Path command, VectorSet.Parts vectors, int k, Path folder) {
        this.name = name;
        this.queries = vectors.queries().size();
        Path base = folder.resolve("base.fvecs");
        Path asked = folder.resolve("queries.fvecs");
        VectorFile.writeFvecs(vectors.base(), base);
        VectorFile.writeFvecs(vectors.queries(), asked);
        try {
            this.process = new ProcessBuilder(
                            command.toString(), base.toString(), asked.toString(), Integer.toString(k))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new BuyMeException("cannot start %s (%s)".formatted(command, e.getMessage()), e);
        }
        this.input = new OutputStreamWriter(process.getOutputStream(), StandardCharsets.US_ASCII);
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public BuildTime build() {
        List<String> words = words("built", 3);
        return new BuildTime(number(words.get(1)), number(words.get(2)));
    }

    @Override
    public Size size() {
        return Size.UNKNOWN;
    }

    @Override
    public boolean takesAll() {
        return false;
    }

    @Override
    public Answers search(Ask ask) {
        if (ask.threads() != 1 || ask.passing() < 1 || ask.candidates().isEmpty()) {
            throw new IllegalArgumentException("a peer answers on one thread, without a filter");
        }
        try {
            input.write("search " + ask.candidates().getAsInt() + "\n");
            input.flush();
        } catch (IOException e) {
            throw new BuyMeException("%s has ended (%s)".formatted(name, e.getMessage()), e);
        }
        double seconds = number(words("searched", 2).get(1));
        List<List<Integer>> neighbors = new ArrayList<>();
        for (int i = 0; i < queries; i++) {
            neighbors.add(Arrays.stream(line().split(" "))
                    .map(place -> (int) number(place))
                    .toList());
        }
        return new Answers(seconds, neighbors);
    }

    @Override
    public void close() {
        process.destroy();
    }

    private List<String> words(String first, int count) {
        List<String> words = List.of(line().split(" "));
        if (words.size() != count || !words.get(0).equals(first)) {
            throw new BuyMeException(
                    "%s should say '%s' and %d numbers, it said %s".formatted(name, first, count - 1, words));
        }
        return words;
    }

    private String line() {
        try {
            String line = output.readLine();
            if (line == null) {
                throw new BuyMeException("%s ended before it had answered".formatted(name));
            }
            return line.strip();
        } catch (IOException e) {
            throw new BuyMeException("cannot read what %s says (%s)".formatted(name, e.getMessage()), e);
        }
    }

    private double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new BuyMeException("%s said '%s' instead of a number".formatted(name, text), e);
        }
    }
}

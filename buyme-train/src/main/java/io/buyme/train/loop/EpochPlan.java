package io.buyme.train.loop;

import io.buyme.train.augment.Backdrop;
import io.buyme.train.data.Domain;
import io.buyme.train.data.Example;
import io.buyme.train.data.Sample;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Which samples are in which batch of an epoch. It follows from the seed and the number of the epoch alone.
 *
 * <p>Groups of each domain are drawn without repetition, the more often the larger they are, and from each some samples. Where it can, a
 * sample brings its twin (the same article on another background) or a sample of the other domain with the same tags.
 */
final class EpochPlan {

    private final Batching batching;
    private final List<Sample> samples;
    private final Labels labels;
    private final Map<Domain, List<Deck>> decks = new EnumMap<>(Domain.class);
    private final Map<Long, List<Integer>> alike = new HashMap<>();
    private final SplittableRandom random;

    private EpochPlan(Batching batching, List<Sample> samples, Labels labels, SplittableRandom random) {
        this.batching = batching;
        this.samples = samples;
        this.labels = labels;
        this.random = random;
        Map<Domain, Map<String, List<Integer>>> groups = new EnumMap<>(Domain.class);
        for (int i = 0; i < samples.size(); i++) {
            Example example = samples.get(i).example();
            groups.computeIfAbsent(example.domain(), domain -> new TreeMap<>())
                    .computeIfAbsent(example.group(), name -> new ArrayList<>())
                    .add(i);
            if (labels.tagSet(i) >= 0 && labels.classId(i) >= 0) {
                alike.computeIfAbsent(look(i), look -> new ArrayList<>()).add(i);
            }
        }
        groups.forEach((domain, ofDomain) ->
                decks.put(domain, ofDomain.values().stream().map(Deck::new).toList()));
    }

    /** Returns the batches of an epoch: as many as show each sample once on average, all of the same size. */
    static List<List<Pick>> of(long seed, int epoch, Batching batching, List<Sample> samples, Labels labels) {
        EpochPlan plan = new EpochPlan(batching, samples, labels, Randoms.at(seed, epoch));
        int steps = steps(batching, samples.size());
        List<List<Pick>> batches = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            batches.add(plan.batch());
        }
        return List.copyOf(batches);
    }

    /** Returns how many batches an epoch has. */
    static int steps(Batching batching, int samples) {
        return Math.max(1, samples / batching.size());
    }

    private List<Pick> batch() {
        List<Pick> picks = new ArrayList<>();
        // Where there are fewer groups than a batch wants, the groups there are come again.
        while (picks.size() < batching.size()) {
            for (Deck deck : drawDecks()) {
                addGroup(deck, picks);
            }
        }
        return List.copyOf(picks.subList(0, batching.size()));
    }

    private List<Deck> drawDecks() {
        List<Deck> shop = decks.getOrDefault(Domain.SHOP, List.of());
        List<Deck> street = decks.getOrDefault(Domain.STREET, List.of());
        int wanted = (int) (batching.shop() * batching.classes() + random.nextDouble());
        int fromShop = street.isEmpty() ? batching.classes() : Math.min(wanted, shop.size());
        List<Deck> drawn = new ArrayList<>(draw(shop, fromShop));
        drawn.addAll(draw(street, batching.classes() - drawn.size()));
        return drawn;
    }

    /** Weighted drawing without repetition by random keys (Efraimidis and Spirakis 2006). */
    private List<Deck> draw(List<Deck> from, int count) {
        TreeMap<Double, Deck> keyed = new TreeMap<>();
        for (Deck deck : from) {
            double weight = Math.pow(deck.size(), batching.balance());
            keyed.put(-Math.log(1 - random.nextDouble()) / weight, deck);
        }
        return keyed.values().stream().limit(count).toList();
    }

    private void addGroup(Deck deck, List<Pick> picks) {
        int end = picks.size() + batching.pictures();
        while (picks.size() < end) {
            int sample = deck.deal(random);
            boolean room = picks.size() + 1 < end;
            // A group of one has no other picture than the same again.
            boolean twin = room && (deck.size() == 1 || random.nextDouble() < batching.twins());
            if (!twin) {
                picks.add(Pick.of(sample));
                continue;
            }
            Optional<Integer> partner = partner(sample);
            if (partner.isPresent()) {
                picks.add(Pick.of(sample));
                picks.add(Pick.of(partner.get()));
            } else {
                picks.add(new Pick(sample, Optional.of(Backdrop.PADDING)));
                picks.add(new Pick(sample, Optional.of(Backdrop.OWN)));
            }
        }
    }

    /** Half of the time, a sample that looks the same and comes from the other domain, if there is one. */
    private Optional<Integer> partner(int sample) {
        Domain domain = samples.get(sample).example().domain();
        boolean wanted = random.nextBoolean();
        if (!wanted || labels.tagSet(sample) < 0 || labels.classId(sample) < 0) {
            return Optional.empty();
        }
        List<Integer> others = alike.getOrDefault(look(sample), List.of()).stream()
                .filter(other -> samples.get(other).example().domain() != domain)
                .toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(others.get(random.nextInt(others.size())));
    }

    private long look(int sample) {
        return (long) labels.classId(sample) << 32 | labels.tagSet(sample);
    }
}

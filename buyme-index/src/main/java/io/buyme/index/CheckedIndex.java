package io.buyme.index;

import io.buyme.api.IndexEntry;
import io.buyme.api.IndexQuery;
import io.buyme.api.Neighbor;
import io.buyme.api.SnapshotableIndex;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** What all indexes of this module check before they do anything, and how they divide long batches of queries. */
abstract class CheckedIndex implements SnapshotableIndex {

    /** Few enough that a long batch keeps no writer waiting, enough to use a block of vectors while it is in the cache. */
    private static final int GROUP = 32;

    private final String providerId;
    private final int group;
    private volatile boolean closed;

    CheckedIndex(String providerId) {
        this(providerId, GROUP);
    }

    /** @param group queries of a batch that are answered in one state of the index */
    CheckedIndex(String providerId, int group) {
        this.providerId = providerId;
        this.group = group;
    }

    /** Adds or replaces entries, which have been checked. */
    abstract void put(List<IndexEntry> entries);

    /** Removes the entries of these ids, as far as there are any. Returns how many. */
    abstract int drop(List<String> ids);

    /** Answers some queries, which have been checked, in one state of the index. */
    abstract List<List<Neighbor>> find(List<IndexQuery> queries);

    @Override
    public final void upsertAll(Collection<IndexEntry> entries) {
        List<IndexEntry> checked = List.copyOf(entries);
        for (IndexEntry entry : checked) {
            Vectors.requireSpace(space(), entry.embedding());
            Texts.requireWellFormed("id", entry.id());
            Texts.requireWellFormed("partition", entry.partition());
        }
        put(checked);
    }

    @Override
    public final int removeAll(Collection<String> ids) {
        return drop(List.copyOf(ids));
    }

    @Override
    public final List<List<Neighbor>> searchAll(List<IndexQuery> queries) {
        List<IndexQuery> checked = List.copyOf(queries);
        checked.forEach(query -> Vectors.requireSpace(space(), query.embedding()));
        requireOpen();
        List<List<Neighbor>> results = new ArrayList<>(checked.size());
        for (int from = 0; from < checked.size(); from += group) {
            results.addAll(find(checked.subList(from, Math.min(from + group, checked.size()))));
            requireOpen();
        }
        return List.copyOf(results);
    }

    /** Returns the id of the provider that made this index. */
    final String providerId() {
        return providerId;
    }

    /** Refuses everything from now on. */
    final void refuseFromNowOn() {
        closed = true;
    }

    final boolean closed() {
        return closed;
    }

    /** @throws IllegalStateException if the index is closed */
    final void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the " + providerId + " index is closed");
        }
    }
}

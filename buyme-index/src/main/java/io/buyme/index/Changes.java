package io.buyme.index;

import java.util.List;

/**
 * What a write did to a table.
 *
 * @param retired rows that no longer stand for an entry
 * @param added rows that do now, unless a later entry of the same write replaced them again
 */
record Changes(List<Row> retired, List<Row> added) {

    Changes {
        retired = List.copyOf(retired);
        added = List.copyOf(added);
    }
}

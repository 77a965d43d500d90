/** Contract tests for every stage interface, and the synthetic look book. */
@NullMarked
package io.buyme.testkit;

import org.jspecify.annotations.NullMarked;

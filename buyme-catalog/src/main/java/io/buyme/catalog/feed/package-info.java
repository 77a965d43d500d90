/**
 * Feeds of products: folders of pictures and the files that shops have. Every feed is read in constant memory, and a bad
 * row becomes a {@link io.buyme.catalog.feed.Rejected} that says where and why, while the rest goes on.
 *
 * <p>Start with {@link io.buyme.catalog.feed.Feeds#of}.
 */
@NullMarked
package io.buyme.catalog.feed;

import org.jspecify.annotations.NullMarked;

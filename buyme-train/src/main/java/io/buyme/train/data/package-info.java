/**
 * What to learn from: pictures of class folders, annotated photos and tagged photos, with what is known of each, decoded
 * once and kept small in memory.
 */
@NullMarked
package io.buyme.train.data;

import org.jspecify.annotations.NullMarked;

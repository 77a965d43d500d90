/**
 * Pictures from the web: within limits of time and size, a few at a time from each server, and from public addresses only
 * unless others are allowed.
 */
@NullMarked
package io.buyme.catalog.fetch;

import org.jspecify.annotations.NullMarked;

/** The look book as files, and how often a look finds the very products that are worn in it. */
@NullMarked
package io.buyme.cli.demo;

import org.jspecify.annotations.NullMarked;

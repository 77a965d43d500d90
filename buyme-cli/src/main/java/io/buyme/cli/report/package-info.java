/** The page that shows what was found in photos: one HTML file that needs no other file, no network and no script. */
@NullMarked
package io.buyme.cli.report;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.buyme.cli.report;

import org.jspecify.annotations.NullMarked;

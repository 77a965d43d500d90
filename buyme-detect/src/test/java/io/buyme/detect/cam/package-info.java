@NullMarked
package io.buyme.detect.cam;

import org.jspecify.annotations.NullMarked;

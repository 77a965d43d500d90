@NullMarked
package io.buyme.train.rcnn;

import org.jspecify.annotations.NullMarked;

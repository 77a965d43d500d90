/**
 * Networks in DL4J, and the engine that computes with them. A {@link io.buyme.train.net.Backbone} turns a picture into
 * a feature map; heads for training go on top of it.
 */
@NullMarked
package io.buyme.train.net;

import org.jspecify.annotations.NullMarked;

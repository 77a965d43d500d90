@NullMarked
package io.buyme.catalog.recommend;

import org.jspecify.annotations.NullMarked;

/**
 * For writers of stages: the provider interfaces that {@link java.util.ServiceLoader} finds, and the rule by which one
 * of them is selected.
 *
 * <p>To add a stage, implement one of the four provider interfaces and name the class in
 * {@code META-INF/services/<interface>}. A {@code provides} clause in a module descriptor alone is not seen on the
 * classpath.
 */
@NullMarked
package io.buyme.api.spi;

import org.jspecify.annotations.NullMarked;

/**
 * Shows why a product was recommended: which regions of both pictures carried their similarity, as maps and as one
 * picture with the colours and the sentence.
 */
@NullMarked
package io.buyme.catalog.explain;

import org.jspecify.annotations.NullMarked;

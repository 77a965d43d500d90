/**
 * Annotations in the format of the iMaterialist (Fashion) 2019 challenge at FGVC6 and of Fashionpedia's first release: a
 * CSV file with a row for each mask, and a JSON file that names 46 classes and 92 attributes. Rows are read and written
 * one at a time, as the challenge's own file has 330,000 of them.
 */
@NullMarked
package io.buyme.image.imaterialist;

import org.jspecify.annotations.NullMarked;

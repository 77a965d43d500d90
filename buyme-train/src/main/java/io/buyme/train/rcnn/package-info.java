/**
 * A detector of two stages, Mask R-CNN (He et al. 2017) on a feature pyramid (Lin et al. 2017): a network proposes regions
 * (Ren et al. 2015), one head names and corrects each, another draws its mask. Backbone and pyramid are taken as they
 * are; proposals, boxes and masks are learned one after the other on the features that they give. Everything goes into
 * one ONNX model.
 */
@NullMarked
package io.buyme.train.rcnn;

import org.jspecify.annotations.NullMarked;

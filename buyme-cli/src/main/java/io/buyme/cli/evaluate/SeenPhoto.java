package io.buyme.cli.evaluate;

import io.buyme.api.Detection;
import io.buyme.image.coco.CocoImage;
import java.awt.image.BufferedImage;

/**
 * A photo that was looked at.
 *
 * @param image its entry among the annotations
 * @param photo its pixels, only to be read
 * @param detection what the detector made of it
 */
record SeenPhoto(CocoImage image, BufferedImage photo, Detection detection) {}

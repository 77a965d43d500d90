package io.buyme.image;

import com.twelvemonkeys.imageio.plugins.jpeg.JPEGImageReaderSpi;
import com.twelvemonkeys.imageio.plugins.webp.WebPImageReaderSpi;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.spi.ServiceRegistry;

/**
 * The reader of each format. Plug-ins are named here and not looked up by ImageIO, whose registry belongs to a thread
 * group, scans the context class loader and may be changed by any other library of the application.
 */
final class Readers {

    /** The JDK's own reader. It is the fastest for plain JPEG, and cannot read CMYK. */
    static final ImageReaderSpi JPEG = ofJdk("jpeg");

    static final ImageReaderSpi PNG = ofJdk("png");
    static final ImageReaderSpi GIF = ofJdk("gif");
    static final ImageReaderSpi BMP = ofJdk("bmp");
    static final ImageReaderSpi WEBP = new WebPImageReaderSpi();

    /** Reads CMYK, YCCK and lossless JPEG. */
    static final ImageReaderSpi ANY_JPEG = twelveMonkeysJpeg();

    private Readers() {}

    private static ImageReaderSpi ofJdk(String formatName) {
        Iterator<ImageReaderSpi> all = IIORegistry.getDefaultInstance().getServiceProviders(ImageReaderSpi.class, true);
        while (all.hasNext()) {
            ImageReaderSpi spi = all.next();
            boolean jdk = spi.getClass().getModule() == ImageReaderSpi.class.getModule();
            if (jdk && Arrays.asList(spi.getFormatNames()).contains(formatName)) {
                return spi;
            }
        }
        throw new IllegalStateException("the JDK's own ImageIO reader for " + formatName
                + " is gone; something in this application has deregistered it from IIORegistry");
    }

    /** The plug-in finds the JDK's reader, on which it builds, in the registry in which it is put: one of our own. */
    private static ImageReaderSpi twelveMonkeysJpeg() {
        ServiceRegistry registry =
                new ServiceRegistry(List.<Class<?>>of(ImageReaderSpi.class).iterator());
        registry.registerServiceProvider(JPEG, ImageReaderSpi.class);
        ImageReaderSpi spi = new JPEGImageReaderSpi();
        registry.registerServiceProvider(spi, ImageReaderSpi.class);
        return spi;
    }
}

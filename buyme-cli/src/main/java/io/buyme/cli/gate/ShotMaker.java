package io.buyme.cli.gate;

import io.buyme.api.Box;
import io.buyme.api.Keypoint;
import io.buyme.api.Mask;
import io.buyme.api.Pose;
import io.buyme.cli.gate.FramedShot.Kind;
import io.buyme.image.ImageDecoder;
import io.buyme.image.ImageEncoder;
import io.buyme.image.Thumbnails;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Makes pictures of a photo of a whole person as shops and users have them: framed tightly, small, before a plain
 * background; and cut at the head, at the legs or at both.
 */
final class ShotMaker {

    /** A mask nearer to the edge than this share of the photo's height leaves in doubt whether all is inside. */
    private static final double CLEAR_OF_EDGE = 0.01;

    private static final double SURE = 0.5;

    private final BufferedImage street;
    private final BufferedImage studio;
    private final Color backdrop;
    private final Box body;
    private final double nose;
    private final double shoulders;
    private final double hips;
    private final double ankles;
    private final Random random;

    private ShotMaker(BufferedImage street, Pose pose, Mask mask, Box body, Random random) {
        this.street = street;
        this.body = body;
        this.random = random;
        this.nose = y(pose, "nose");
        this.shoulders = (y(pose, "left_shoulder") + y(pose, "right_shoulder")) / 2;
        this.hips = (y(pose, "left_hip") + y(pose, "right_hip")) / 2;
        this.ankles = Math.min(y(pose, "left_ankle"), y(pose, "right_ankle"));
        int light = 200 + random.nextInt(56);
        this.backdrop = new Color(light, light, light);
        this.studio = onBackdrop(street, mask, backdrop);
    }

    /** Returns a maker for a photo if it surely shows a whole person, clear of the upper and lower edge. */
    static Optional<ShotMaker> of(BufferedImage photo, Pose pose, Random random) {
        return pose.personMask()
                .flatMap(mask -> mask.bounds()
                        .filter(body -> clear(body, photo) && complete(pose))
                        .map(body -> new ShotMaker(photo, pose, mask, body, random)));
    }

    private static boolean clear(Box body, BufferedImage photo) {
        double edge = CLEAR_OF_EDGE * photo.getHeight();
        return body.y() > edge && body.bottom() < photo.getHeight() - edge;
    }

    private static boolean complete(Pose pose) {
        return Stream.of("nose", "left_ankle", "right_ankle")
                .allMatch(name -> pose.keypoint(name).map(Keypoint::score).orElse(0.0) >= SURE);
    }

    private static double y(Pose pose, String name) {
        return pose.keypoint(name).map(Keypoint::y).orElseThrow();
    }

    /** Returns new pictures of every kind that has a person in it. */
    List<FramedShot> shots() {
        List<FramedShot> shots = new ArrayList<>();
        shots.add(new FramedShot(street, Kind.WHOLE, false, false));
        shots.add(whole(Kind.TIGHT, crop(street, between(0.02, 0.3), above(0.003, 0.03), below(0.003, 0.03))));
        shots.add(whole(Kind.STUDIO, crop(studio, between(0.03, 0.3), above(0.01, 0.08), below(0.01, 0.08))));
        shots.add(far(crop(studio, between(0.3, 1.2), above(0.05, 0.5), below(0.05, 0.4))));
        shots.add(far(crop(studio, between(0.3, 1.2), above(0.3, 1), below(0.3, 1))));
        tilted().ifPresent(picture -> shots.add(whole(Kind.TILTED, picture)));
        for (BufferedImage scene : List.of(street, studio)) {
            shots.add(cut(scene, Kind.LEGS_CUT, above(0.003, 0.05), between(hips, ankles - 0.1 * body.height())));
            shots.add(cut(scene, Kind.ANKLES_CUT, above(0.003, 0.05), ankles - between(0.02, 0.12) * body.height()));
            shots.add(cut(scene, Kind.HEAD_CUT, between(nose, shoulders), below(0.003, 0.05)));
            shots.add(cut(scene, Kind.TORSO_CUT, between(shoulders, hips), below(0.003, 0.05)));
            shots.add(
                    cut(scene, Kind.BOTH_CUT, between(nose, shoulders), between(hips, ankles - 0.02 * body.height())));
        }
        return shots;
    }

    private FramedShot whole(Kind kind, BufferedImage picture) {
        return new FramedShot(shrunk(picture, 1), kind, false, false);
    }

    /** Shrinks a picture so that the person is as large as in tight frames. */
    private FramedShot far(BufferedImage picture) {
        double room = picture.getHeight() / body.height();
        return new FramedShot(shrunk(picture, room), Kind.FAR, false, false);
    }

    private FramedShot cut(BufferedImage scene, Kind kind, double top, double bottom) {
        boolean head = kind == Kind.HEAD_CUT || kind == Kind.TORSO_CUT || kind == Kind.BOTH_CUT;
        boolean feet = kind == Kind.LEGS_CUT || kind == Kind.ANKLES_CUT || kind == Kind.BOTH_CUT;
        return new FramedShot(shrunk(crop(scene, between(-0.05, 0.3), top, bottom), 1), kind, head, feet);
    }

    private double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    private double above(double low, double high) {
        return body.y() - between(low, high) * body.height();
    }

    private double below(double low, double high) {
        return body.bottom() + between(low, high) * body.height();
    }

    /** Cuts out the person with a margin in heights of the person; only the studio goes on beyond the photo's edges. */
    private BufferedImage crop(BufferedImage scene, double margin, double top, double bottom) {
        Box wanted = Box.ofEdges(
                body.x() - margin * body.height(),
                top,
                body.right() + margin * body.height(),
                Math.max(bottom, top + 1));
        Box frame = scene == studio ? wanted : wanted.clip(scene.getWidth(), scene.getHeight());
        BufferedImage picture = new BufferedImage(
                Math.max(1, (int) frame.width()), Math.max(1, (int) frame.height()), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(backdrop);
        graphics.fillRect(0, 0, picture.getWidth(), picture.getHeight());
        graphics.drawImage(scene, (int) -frame.x(), (int) -frame.y(), null);
        graphics.dispose();
        return picture;
    }

    /** Mirrors the photo and turns it by some degrees, if the person stays inside. */
    private Optional<BufferedImage> tilted() {
        int width = street.getWidth();
        AffineTransform turn = AffineTransform.getRotateInstance(
                Math.toRadians(between(-7, 7)), width / 2.0, street.getHeight() / 2.0);
        turn.translate(width, 0);
        turn.scale(-1, 1);
        Rectangle2D person = turn.createTransformedShape(
                        new Rectangle2D.Double(body.x(), body.y(), body.width(), body.height()))
                .getBounds2D();
        return new Rectangle2D.Double(0, 0, width, street.getHeight()).contains(person)
                ? Optional.of(turned(turn))
                : Optional.empty();
    }

    private BufferedImage turned(AffineTransform turn) {
        int width = street.getWidth();
        BufferedImage picture = new BufferedImage(width, street.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setColor(Color.GRAY);
        graphics.fillRect(0, 0, width, street.getHeight());
        graphics.drawImage(street, turn, null);
        graphics.dispose();
        return picture;
    }

    /** Makes a picture as small as shops have it, with the traces of compression. */
    private BufferedImage shrunk(BufferedImage picture, double room) {
        BufferedImage small = Thumbnails.fit(picture, (int) (room * between(220, 480)));
        byte[] jpeg = ImageEncoder.jpeg(small, (float) between(0.6, 0.92));
        return ImageDecoder.standard().decode(jpeg, "a shrunk picture");
    }

    private static BufferedImage onBackdrop(BufferedImage photo, Mask mask, Color backdrop) {
        BufferedImage picture = new BufferedImage(photo.getWidth(), photo.getHeight(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < photo.getHeight(); y++) {
            for (int x = 0; x < photo.getWidth(); x++) {
                picture.setRGB(x, y, mask.contains(x, y) ? photo.getRGB(x, y) : backdrop.getRGB());
            }
        }
        return picture;
    }
}

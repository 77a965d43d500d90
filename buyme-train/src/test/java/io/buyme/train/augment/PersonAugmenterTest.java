package io.buyme.train.augment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.buyme.api.Box;
import io.buyme.api.Crop;
import io.buyme.api.Mask;
import io.buyme.train.data.Cutout;
import io.buyme.train.data.Joints;
import io.buyme.train.data.PosedPerson;
import io.buyme.train.data.PosedPerson.Joint;
import io.buyme.train.data.PosedPerson.Sight;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonAugmenterTest {

    private static final int WIDTH = 96;
    private static final int HEIGHT = 128;
    private static final int PHOTO_WIDTH = 240;
    private static final int PHOTO_HEIGHT = 320;

    /** Half the side of the square of its own color around a joint. */
    private static final int REACH = 9;

    /** Red in ImageNet's mean and deviation. */
    private static final float MEAN = 123.675f;

    private static final float DEVIATION = 58.395f;

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void aJointStaysOnThePixelsThatShowIt(double scenery) {
        Geometry geometry = new Geometry(0.5, 40, 0.1, 0.8, 1.35, 1.1);
        PersonAugmentation augmentation = new PersonAugmentation(geometry, ColorJitter.NONE, 0.3, 0, scenery, 0);
        PosedPerson person = person(Sight.SEEN);
        int checked = 0;
        boolean mirrored = false;
        for (int seed = 0; seed < 60; seed++) {
            float[] pixels = new float[3 * WIDTH * HEIGHT];
            PersonView view = draw(augmentation, person, seed, pixels);
            for (int joint = 0; joint < Joints.COUNT; joint++) {
                Joint moved = view.joints().get(joint);
                if (moved.sight() == Sight.SEEN) {
                    int shown = shownAt(moved, pixels);
                    assertThat(shown).as("seed %d, joint %d", seed, joint).isIn(joint, Joints.mirrored(joint));
                    mirrored |= shown != joint;
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(500);
        assertThat(mirrored).isTrue();
    }

    @Test
    void inAMirrorLeftIsRight() {
        PersonAugmentation mirror =
                new PersonAugmentation(new Geometry(1, 0, 0, 1, 1, 1), ColorJitter.NONE, 0, 0, 0, 0);
        PosedPerson person = person(Sight.SEEN);
        float[] pixels = new float[3 * WIDTH * HEIGHT];

        List<Joint> plain = draw(PersonAugmentation.NONE, person, 1, pixels).joints();
        List<Joint> mirrored = draw(mirror, person, 1, pixels).joints();

        for (int joint = 0; joint < Joints.COUNT; joint++) {
            Joint other = mirrored.get(Joints.mirrored(joint));
            assertThat(other.x()).isCloseTo(WIDTH - plain.get(joint).x(), within(0.01));
            assertThat(other.y()).isCloseTo(plain.get(joint).y(), within(0.01));
            assertThat(shownAt(other, pixels)).isEqualTo(joint);
        }
    }

    @Test
    void withoutChangesThePersonFillsFourFifthsOfTheInputOnBlack() {
        float[] pixels = new float[3 * WIDTH * HEIGHT];
        PersonView view = draw(PersonAugmentation.NONE, person(Sight.SEEN), 1, pixels);

        assertThat(view.height()).isCloseTo(HEIGHT / PersonAugmenter.MARGIN, within(0.01));
        assertThat(pixels[0]).as("beyond the photo").isCloseTo(-MEAN / DEVIATION, within(1e-4f));
    }

    @Test
    void halfAPersonHasTheOtherHalfOutside() {
        PersonAugmentation half = new PersonAugmentation(Geometry.NONE, ColorJitter.NONE, 1, 0, 0, 0);
        for (int seed = 0; seed < 10; seed++) {
            List<Joint> joints = draw(half, person(Sight.SEEN), seed, new float[3 * WIDTH * HEIGHT])
                    .joints();

            Joint nose = joints.get(0);
            Joint ankle = joints.get(Joints.COUNT - 1);
            assertThat(List.of(nose.sight(), ankle.sight())).containsExactlyInAnyOrder(Sight.SEEN, Sight.OUTSIDE);
        }
    }

    @Test
    void whatNobodyKnowsIsNotKnownAfterwards() {
        for (int seed = 0; seed < 10; seed++) {
            float[] pixels = new float[3 * WIDTH * HEIGHT];
            assertThat(draw(PersonAugmentation.standard(), person(Sight.UNKNOWN), seed, pixels)
                            .joints())
                    .extracting(Joint::sight)
                    .containsOnly(Sight.UNKNOWN);
        }
    }

    @Test
    void theSameRandomNumbersGiveTheSamePicture() {
        float[] first = new float[3 * WIDTH * HEIGHT];
        float[] same = new float[first.length];
        float[] other = new float[first.length];
        PosedPerson person = person(Sight.SEEN);

        PersonView view = draw(PersonAugmentation.standard(), person, 3, first);

        assertThat(draw(PersonAugmentation.standard(), person, 3, same)).isEqualTo(view);
        draw(PersonAugmentation.standard(), person, 4, other);
        assertThat(same).isEqualTo(first).isNotEqualTo(other);
    }

    @Test
    void hiddenAndCoarsePicturesHaveOtherPixelsButTheSameJoints() {
        PersonAugmentation hiding = new PersonAugmentation(Geometry.NONE, ColorJitter.NONE, 0, 1, 0, 1);
        float[] plain = new float[3 * WIDTH * HEIGHT];
        float[] hidden = new float[plain.length];

        PersonView view = draw(PersonAugmentation.NONE, person(Sight.SEEN), 1, plain);

        assertThat(draw(hiding, person(Sight.SEEN), 1, hidden)).isEqualTo(view);
        assertThat(hidden).isNotEqualTo(plain);
    }

    private static PersonView draw(PersonAugmentation augmentation, PosedPerson person, int seed, float[] into) {
        return new PersonAugmenter(augmentation, WIDTH, HEIGHT)
                .draw(person, person.picture(), new SplittableRandom(seed), into, 0);
    }

    /** Returns the joint whose color a place has; by its red, as every joint has its own. */
    private static int shownAt(Joint place, float[] pixels) {
        int row = (int) place.y();
        int column = (int) place.x();
        int at = row * WIDTH + column;
        return Math.round((pixels[at] * DEVIATION + MEAN - 40) / 12);
    }

    /** On a black photo a square for each joint, two columns of them from head to foot. */
    private static PosedPerson person(Sight sight) {
        BufferedImage photo = new BufferedImage(PHOTO_WIDTH, PHOTO_HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = photo.createGraphics();
        List<Joint> joints = new ArrayList<>();
        for (int i = 0; i < Joints.COUNT; i++) {
            int x = PHOTO_WIDTH / 2 + (i == 0 ? 0 : i % 2 == 0 ? -40 : 40);
            int y = 20 + (i + 1) / 2 * 34;
            graphics.setColor(new Color(40 + 12 * i, 0, 0));
            graphics.fillRect(x - REACH, y - REACH, 2 * REACH, 2 * REACH);
            joints.add(new Joint(x, y, sight));
        }
        graphics.dispose();
        Mask mask = Mask.of(PHOTO_WIDTH, PHOTO_HEIGHT, (x, y) -> (photo.getRGB(x, y) & 0xff0000) != 0);
        Cutout picture = Cutout.of(new Crop(photo, Optional.of(mask), Optional.empty()), PHOTO_HEIGHT);
        return new PosedPerson("drawn", picture, new Box(60, 0, 120, PHOTO_HEIGHT), joints);
    }
}

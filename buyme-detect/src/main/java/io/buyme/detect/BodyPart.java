package io.buyme.detect;

/** What a cell of the grid belongs to. */
enum BodyPart {
    /** Face, hair and whatever is on them. */
    HEAD,
    /** From the neck line to the hip joints. */
    TORSO,
    /** From shoulder to wrist. */
    ARM,
    /** Beyond the wrist. */
    HAND,
    /** From hip to ankle. */
    LEG,
    /** Beyond the ankle. */
    FOOT,
    /** No part of the person. */
    NONE
}

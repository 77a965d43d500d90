package io.buyme.api;

/** What to do with a photo that is no full-front shot. */
public enum GatePolicy {
    /** Reject it. */
    STRICT,
    /** Search what can be searched, and say what could not and why. */
    DEGRADE,
    /** Say nothing about it. */
    OFF
}

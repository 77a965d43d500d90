package io.buyme.api.spi;

/** What a provider wants to be when the application names none. */
public enum Role {
    /** Replaces the built-in one by being on the classpath. For jars that swap a stage. */
    PREFERRED,
    /** BuyMe's own choice; at most one a stage. */
    BUILT_IN,
    /** Used only when asked for by id. */
    OPTIONAL,
    /** Used when nothing else is usable. */
    FALLBACK
}

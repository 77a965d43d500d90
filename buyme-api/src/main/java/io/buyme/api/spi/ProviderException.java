package io.buyme.api.spi;

import io.buyme.api.BuyMeException;

/** No provider, or more than one, fits what was asked for. The message lists what was found and what to do. */
public final class ProviderException extends BuyMeException {

    private static final long serialVersionUID = 1L;

    ProviderException(String message) {
        super(message);
    }
}

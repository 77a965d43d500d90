/**
 * Embedding stage: a vector and attributes for each crop. {@link io.buyme.embed.BuyMeProvider} runs the network that
 * BuyMe has trained, {@link io.buyme.embed.OnnxEmbedderProvider} any other one. {@link
 * io.buyme.embed.AppearanceProvider} measures colour, texture and outline; it needs no weights and is what is left when
 * no trained embedder is at hand.
 */
@NullMarked
package io.buyme.embed;

import org.jspecify.annotations.NullMarked;

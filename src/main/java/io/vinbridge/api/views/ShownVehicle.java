package io.vinbridge.api.views;

import io.vinbridge.gallery.selection.BriefShowcase;
import io.vinbridge.vehicles.cards.Card;
import io.vinbridge.vehicles.cards.OfferedCard;

/**
 * A vehicle with all that its card is made of.
 *
 * @param facts those of its description, or of what stands in for that
 * @param paint the exterior colour it is known to have; null where none is known
 * @param showcase pictures of its style in that colour
 */
record ShownVehicle(CardSubject subject, OfferedCard facts, Card.Paint paint, BriefShowcase showcase) {}

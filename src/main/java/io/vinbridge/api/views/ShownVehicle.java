package io.vinbridge.api.views;

import io.vinbridge.gallery.selection.BriefShowcase;
import io.vinbridge.vehicles.cards.Card;
import io.vinbridge.vehicles.cards.StoredCard;

/**
 * A vehicle with all that its card is made of.
 *
 * @param card that of its description, or of what stands in for that
 * @param paint the exterior colour it is known to have; null where none is known
 * @param showcase pictures of its style in that colour
 */
record ShownVehicle(CardSubject subject, StoredCard card, Card.Paint paint, BriefShowcase showcase) {}

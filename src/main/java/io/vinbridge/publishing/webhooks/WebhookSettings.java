package io.vinbridge.publishing.webhooks;

import io.vinbridge.settings.Bounds;
import io.vinbridge.settings.ClusterWide;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of webhooks: the receivers that are allowed, and the delivery.
 *
 * @param plainHttp whether receivers may be reached without TLS
 * @param privateAddresses whether they may be in private networks; whoever may make webhooks can then have this service
 *     post to them
 * @param trust a file of certificates (PEM) of authorities that receivers' certificates may be signed by, beside those
 *     that Java knows
 * @param concurrentDeliveries how many deliveries a node makes at once
 * @param concurrentDeliveriesEach how many deliveries a node makes at once to one receiver
 * @param connectTimeout how long a connection may take
 * @param answerTimeout how long a receiver may be silent
 * @param deliveryTimeout how long one attempt may take in all
 * @param drain how long a node that stops waits for attempts that are under way
 * @param firstBackoff how long a delivery that failed rests before the second attempt; the pause doubles with every
 *     attempt, and up to half of it is left out by chance
 * @param maxBackoff the longest pause between two attempts at a delivery
 * @param giveUpAfter how long after its first attempt a delivery is given up
 * @param failuresBeforeRest after how many failures in a row a receiver is tried by one delivery only, with rests
 *     between
 * @param longestRest the longest rest of a receiver that fails
 * @param oldSecretFor how long the secret before the last signs too
 * @param keep retention of finished deliveries in the log; for a day at least, by which a notice of the budget is known
 *     to have been sent that day
 */
@ConfigurationProperties("vinbridge.webhooks")
record WebhookSettings(
        @ClusterWide @DefaultValue("false") boolean plainHttp,
        @ClusterWide @DefaultValue("false") boolean privateAddresses,
        @DefaultValue("") String trust,

        @Bounds(least = "1", most = "10000") @DefaultValue("128")
        int concurrentDeliveries,

        @Bounds(least = "1", most = "10000") @DefaultValue("4")
        int concurrentDeliveriesEach,

        @Bounds(least = "10ms", most = "5m") @DefaultValue("5s")
        Duration connectTimeout,

        @Bounds(least = "10ms", most = "10m") @DefaultValue("10s")
        Duration answerTimeout,

        @Bounds(least = "10ms", most = "30m") @DefaultValue("20s")
        Duration deliveryTimeout,

        @Bounds(least = "0s", most = "10m") @DefaultValue("3s")
        Duration drain,

        @Bounds(least = "1ms", most = "1d") @DefaultValue("10s")
        Duration firstBackoff,

        @Bounds(least = "1ms", most = "30d") @DefaultValue("4h")
        Duration maxBackoff,

        @Bounds(least = "1ms", most = "90d") @DefaultValue("24h")
        Duration giveUpAfter,

        @Bounds(least = "1", most = "10000") @DefaultValue("5")
        int failuresBeforeRest,

        @Bounds(least = "1ms", most = "1d") @DefaultValue("5m")
        Duration longestRest,

        @Bounds(least = "0s", most = "90d") @DefaultValue("24h")
        Duration oldSecretFor,

        @ClusterWide @Bounds(least = "1d", most = "3650d") @DefaultValue("14d")
        Duration keep) {

    /** An attempt is over well before its lease, unless its process is gone. */
    Duration lease() {
        return deliveryTimeout.plusSeconds(30);
    }
}

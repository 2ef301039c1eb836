package io.vinbridge.work.usage;

import io.vinbridge.settings.Bounds;
import io.vinbridge.settings.ClusterWide;
import io.vinbridge.settings.Form;
import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Prices of ChromeData's calls, as the contract with them says; usage is told in money by them.
 *
 * @param currency ISO 4217, three capital letters: the currency of the prices
 * @param ads price of one call of describeVehicle; without it, such calls are told without money
 * @param cvd price of one description by CVD
 * @param vss price of one call of VSS
 * @param media price of one call of the Media Gallery
 */
@ConfigurationProperties("vinbridge.prices")
public record PriceSettings(
        @ClusterWide @Form(value = "[A-Z]{3}", words = "three capital letters, such as USD") @DefaultValue("USD")
        String currency,

        @ClusterWide @Bounds(least = "0", most = "10000") BigDecimal ads,
        @ClusterWide @Bounds(least = "0", most = "10000") BigDecimal cvd,
        @ClusterWide @Bounds(least = "0", most = "10000") BigDecimal vss,
        @ClusterWide @Bounds(least = "0", most = "10000") BigDecimal media) {}

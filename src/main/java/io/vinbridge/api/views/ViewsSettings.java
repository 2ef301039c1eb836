package io.vinbridge.api.views;

import io.vinbridge.api.http.Scope;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the views of vehicles and styles.
 *
 * @param invoiceScope the scope that a caller must have to be told invoice prices in the views card and style; who has
 *     less gets null
 */
@ConfigurationProperties("vinbridge.views")
public record ViewsSettings(@DefaultValue("write") Scope invoiceScope) {}

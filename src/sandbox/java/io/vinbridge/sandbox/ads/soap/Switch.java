package io.vinbridge.sandbox.ads.soap;

/** Switch of a description: a part to show or to leave out, named as on the wire (ChromeData on the wire, 1.3). */
public enum Switch {
    DisableSafeStandards,
    ShowExtendedDescriptions,
    ShowAvailableEquipment,
    ShowConsumerInformation,
    ShowExtendedTechnicalSpecifications,
    IncludeRegionalVehicles,
    UseDependencyOrderingLogic,
    IncludeDefinitions,
    IncludeOnlyOEMBuildDataDecode,
    DisableStandardEquipment,
    IncludeOnlyEngineeredDataDecode,
    IncludeCatalogData
}

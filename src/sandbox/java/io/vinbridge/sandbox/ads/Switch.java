package io.vinbridge.sandbox.ads;

/** What a description may be asked to show or leave out, named as on the wire (ChromeData on the wire, 1.3). */
enum Switch {
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

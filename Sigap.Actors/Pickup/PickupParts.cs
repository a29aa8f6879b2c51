namespace Sigap.Pickup;

/// <summary>What a pickup day needs from the process it lives in.</summary>
public sealed record PickupParts(IDayPlans Plans, IPickupClaims Claims, PickupSettings Settings, TimeProvider Clock);

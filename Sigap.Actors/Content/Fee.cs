namespace Sigap.Content;

/// <summary>A fee in rupiah, in force from a date.</summary>
public sealed record Fee(string Id, long Rupiah, DateOnly EffectiveFrom, Provenance Provenance);

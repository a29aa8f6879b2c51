namespace Sigap.Content;

/// <summary>A number the texts and the dialogues rely on (working days, hours, days), with its unit and source.</summary>
public sealed record NamedFact(string Id, int Value, string Unit, Provenance Provenance);

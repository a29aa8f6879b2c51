namespace Sigap.Content;

/// <summary>Where a fact comes from, and the day somebody last compared it with its source.</summary>
public sealed record Provenance(string Source, DateOnly Checked);

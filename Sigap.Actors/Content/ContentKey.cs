using System.Collections.Immutable;

namespace Sigap.Content;

/// <summary>A node or phrase that code refers to, with the variables it is given and the longest value each can take.</summary>
public sealed record ContentKey(string Id, ImmutableSortedDictionary<string, string> LongestValues)
{
    public static ContentKey Of(string id, params (string Name, string Longest)[] variables) =>
        new(id, variables.ToImmutableSortedDictionary(v => v.Name, v => v.Longest, StringComparer.Ordinal));
}

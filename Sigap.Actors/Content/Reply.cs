using System.Collections.Immutable;

namespace Sigap.Content;

/// <summary>
/// What Sigap decided to say in one bubble, by reference: nodes with their values, and the options below. It is rendered
/// when it is sent, so the journal keeps ids, not texts.
/// </summary>
/// <param name="Parts">Their texts, in order, separated by a blank line.</param>
/// <param name="Options">What can be tapped or answered with a digit; empty for none.</param>
public sealed record Reply(ImmutableArray<Part> Parts, ImmutableArray<Offer> Options)
{
    public bool Equals(Reply? other) =>
        other is not null && Parts.SequenceEqual(other.Parts) && Options.SequenceEqual(other.Options);

    public override int GetHashCode() => HashCode.Combine(Parts.Length, Options.Length);
}

/// <summary>A node and the values of its variables.</summary>
public sealed record Part(string Node, ImmutableSortedDictionary<string, string> Values)
{
    public static Part Of(string node, params ReadOnlySpan<(string Name, string Value)> values)
    {
        var filled = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in values)
        {
            filled[name] = value;
        }

        return new Part(node, filled.ToImmutable());
    }

    public bool Equals(Part? other) => other is not null && Node == other.Node && Values.SequenceEqual(other.Values);

    public override int GetHashCode() => HashCode.Combine(Node, Values.Count);
}

/// <summary>An option on offer: of a node, or composed on the spot (then <paramref name="Title"/> is given).</summary>
public sealed record Offer(string Node, string Option, string? Title = null, string? Description = null);

using System.Collections.Immutable;
using Sigap.Content;
using Proto = Sigap.Conversations.Wire;

namespace Sigap.Conversations;

internal static class ReplyWire
{
    public static Proto.Reply ToWire(Reply reply) => new()
    {
        Parts = { reply.Parts.Select(part => new Proto.Part { Node = part.Node, Values = { part.Values } }) },
        Options = { reply.Options.Select(ToWire) },
    };

    public static Reply FromWire(Proto.Reply reply) => new(
        [.. reply.Parts.Select(part => new Part(part.Node, part.Values.ToImmutableSortedDictionary(StringComparer.Ordinal)))],
        [.. reply.Options.Select(FromWire)]);

    public static Proto.Offer ToWire(Offer offer)
    {
        var wire = new Proto.Offer { Node = offer.Node, Option = offer.Option };
        if (offer.Title is { } title)
        {
            wire.Title = title;
        }

        if (offer.Description is { } description)
        {
            wire.Description = description;
        }

        return wire;
    }

    public static Offer FromWire(Proto.Offer offer) => new(
        offer.Node, offer.Option, offer.HasTitle ? offer.Title : null, offer.HasDescription ? offer.Description : null);
}

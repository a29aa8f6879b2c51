using Sigap.Content;
using Sigap.Transport;

namespace Sigap.Conversations;

/// <summary>Finds out what a message means here: a choice among what was offered, or a text to be understood.</summary>
internal static class InputReader
{
    public static Input Read(Conversation c, InboundMessage message, Surroundings around) => message.Content switch
    {
        InboundContent.Tap tap => Tapped(message, tap, around),
        InboundContent.Text { Body: var body } => Typed(c, message, body, around),
        InboundContent.Media { Caption: { } caption } => Typed(c, message, caption, around),
        _ => new Input(message, null, null, null),
    };

    private static Input Tapped(InboundMessage message, InboundContent.Tap tap, Surroundings around)
    {
        if (OptionWire.Parse(tap.OptionId) is not { } id)
        {
            return new Input(message, null, null, null, OldTap: true);
        }

        var chosen = new Offer(id.Node, id.Option);
        return IsKnown(chosen, around)
            ? new Input(message, null, null, chosen)
            : new Input(message, null, null, null, OldTap: true);
    }

    /// <summary>Composed options (yes, no, none of these) belong to a node without options of its own.</summary>
    private static bool IsKnown(Offer chosen, Surroundings around)
    {
        var node = around.Content.Node(Kernel.LanguageCode.Indonesian, around.Office.Id, chosen.Node);
        return node is not null && (node.Options.IsEmpty || node.Options.Any(option => option.Id == chosen.Option));
    }

    private static Input Typed(Conversation c, InboundMessage message, string body, Surroundings around)
    {
        if (string.IsNullOrWhiteSpace(body))
        {
            return new Input(message, null, null, null);
        }

        var reading = around.Understanding.Read(body);
        return new Input(message, body, reading, Named(c, body.Trim(), reading.Digit, around));
    }

    /// <summary>An id wins over a place in the list: "5" among ratings is five stars, not the fifth row.</summary>
    private static Offer? Named(Conversation c, string text, int? digit, Surroundings around)
    {
        foreach (var offer in c.Offered)
        {
            if (string.Equals(offer.Option, text, StringComparison.OrdinalIgnoreCase)
                || string.Equals(TitleOf(c, offer, around), text, StringComparison.OrdinalIgnoreCase))
            {
                return offer;
            }
        }

        return digit is { } place && place >= 1 && place <= c.Offered.Length ? c.Offered[place - 1] : null;
    }

    private static string? TitleOf(Conversation c, Offer offer, Surroundings around) =>
        offer.Title ?? around.Content.Node(c.Language, around.Office.Id, offer.Node)?
            .Options.FirstOrDefault(option => option.Id == offer.Option)?.Title
        ?? around.Content.PhraseOrNull(c.Language, around.Office.Id, $"option.{offer.Option}");
}

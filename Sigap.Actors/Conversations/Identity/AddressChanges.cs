using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Conversations;

/// <summary>
/// What WhatsApp's word that a number or a scoped id changed means for the person it is about. Only that word moves anybody: a
/// contact card is no proof, and neither is the text of the message, which holds a name its sender chose.
/// </summary>
internal static class AddressChanges
{
    /// <summary>
    /// A message that names only the number, not the scoped id, is believed of whoever wrote from it within this time. Operators
    /// give a number out again after two months at the earliest: after a longer silence it may be about the next one who has it.
    /// </summary>
    private static readonly TimeSpan NumberIsKept = TimeSpan.FromDays(30);

    public static void Note(TurnDraft turn, InboundContent.IdentityChange change)
    {
        var (before, message) = (turn.Before, turn.Input.Message);
        if (before.Applicant is not { } known || !IsAbout(before, message, change))
        {
            return;
        }

        var phone = PhoneAfter(before, known, message.SentAt, change);
        var scopedId = ScopedIdAfter(known, message.From, phone, change);
        if (Applicant.From(phone, scopedId) is { } now && now != known)
        {
            var left = known.Phone is { } old && old != now.Phone
                ? new NumberLeft(old, message.SentAt, turn.Around.Conversation.Successor(message.Id))
                : null;
            turn.Note(new TurnFact.AddressChanged(now, left, AddressBook.LeftAt(before, now.Phone)?.Heir));
        }
    }

    /// <summary>The same change is told several times; the later ones name an address that is known already.</summary>
    public static bool IsAbout(Conversation c, InboundMessage message, InboundContent.IdentityChange change)
    {
        var from = message.From;
        if (c.Applicant is not { } known)
        {
            return false;
        }

        var isKnownAlready = (change.NewPhone is { } phone && phone == known.Phone)
            || (change.NewScopedId is { } scopedId && scopedId == known.ScopedId);
        return from.ScopedId switch
        {
            { } shown when AddressBook.IsOwn(c, shown) => true,
            not null when known.ScopedId is not null => isKnownAlready,
            _ => isKnownAlready
                || (from.Phone is { } old && old == known.Phone && message.SentAt - c.LastHeardAt <= NumberIsKept),
        };
    }

    /// <summary>An earlier change that arrives after a later one does not bring its number back.</summary>
    private static string? PhoneAfter(
        Conversation c, Applicant known, DateTimeOffset at, InboundContent.IdentityChange change) =>
        change.NewPhone is { } phone && !c.Left.Any(left => left.At > at) ? phone : known.Phone;

    /// <summary>Where the new one is not told it will show with the next message: the old one went with the old number.</summary>
    private static string? ScopedIdAfter(Applicant known, Applicant from, string? phone, InboundContent.IdentityChange change)
    {
        if (change.NewScopedId is { } told)
        {
            var isStale = known.ScopedId is not null && from.ScopedId is not null && from.ScopedId != known.ScopedId;
            return isStale ? known.ScopedId : told;
        }

        return phone == known.Phone || known.Phone is null ? known.ScopedId : null;
    }
}

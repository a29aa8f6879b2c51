using Sigap.Conversations;
using Sigap.Kernel;

namespace Sigap.Projections;

/// <summary>What the events of conversations tell of who is who. Pure.</summary>
public static class IdentityProjection
{
    public static IEnumerable<IdentityReadChange> Of(ConversationId conversation, IConversationEvent happened) => happened switch
    {
        TurnTaken turn => turn.Facts.SelectMany(fact => Of(conversation, turn, fact)),
        Inherited inherited => [new IdentityReadChange.WentInto(inherited.From, conversation)],
        _ => [],
    };

    private static IEnumerable<IdentityReadChange> Of(ConversationId conversation, TurnTaken turn, TurnFact fact) => fact switch
    {
        TurnFact.ApplicantSeen { Applicant: var applicant } => Shown(conversation, applicant),
        TurnFact.AddressChanged { Now: { Phone: { } phone } now } changed =>
            [.. Shown(conversation, now), new IdentityReadChange.NumberTaken(conversation, phone, changed.Meets, turn.SentAt)],
        TurnFact.AddressChanged { Now: var now } => Shown(conversation, now),
        _ => [],
    };

    private static IEnumerable<IdentityReadChange> Shown(ConversationId conversation, Applicant applicant) =>
        applicant.ScopedId is { } scopedId ? [new IdentityReadChange.IdShown(conversation, scopedId)] : [];
}

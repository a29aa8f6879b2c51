using System.Collections.Immutable;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Pickup;
using Sigap.Transport;

namespace Sigap.Tests.Wire;

/// <summary>Conversations of one person that become one. Only ever added to.</summary>
internal static class IdentitySamples
{
    private static readonly DateTimeOffset At = new(2026, 11, 24, 2, 0, 0, 250, TimeSpan.Zero);
    private static readonly ConversationId One = new("109000000000001.AAECAwQFBgcICQoLDA0O");
    private static readonly ConversationId Other = new("109000000000001.Dw4NDAsKCQgHBgUEAwIB");
    private static readonly ConversationId Third = new("109000000000001.ICEiIyQlJicoKSorLC0u");
    private static readonly Applicant Both = Applicant.From("6281200000099", "ID.10210000000000000099")!;
    private static readonly NumberLeft Left = new("6281200000001", At.AddMinutes(-1), Third);
    private static readonly PickupDayId Day = PickupDayId.Parse("jakarta-pusat.2026-11-25")!.Value;

    private static readonly Conversation Estate = new()
    {
        Applicant = Both,
        Recent = RecentMessages.None.With(1, At),
        LastHeardAt = At,
        FirstSentAt = At.AddDays(-1),
        Left = [Left],
        FormerIds = ["ID.10210000000000000001"],
        InheritedFrom = [Third],
    };

    public static ImmutableArray<object> All =>
    [
        new TurnTaken(
            3, At, At, "0a1b2c3d", null, LanguageCode.Indonesian,
            [
                new TurnFact.AddressChanged(Both, Left, Other),
                new TurnFact.AddressChanged(Applicant.From(null, "ID.10210000000000000099")!, null, null),
            ],
            [], 1),
        new Moved(Other, At, Estate),
        new Inherited(One, Other, At, Estate),
        new NumberLost(Left),
        Estate with { Moved = new Moved(Other, At, Conversation.Origin) },
        new GetWhereabouts(One),
        new Whereabouts(One, At, Both, At.AddMinutes(-1)),
        new Whereabouts(One, null, null, null),
        new MoveTo(One, Other, At, null),
        new MoveTo(One, Other, At, new NumberChange(Both, At)) { Hops = 1 },
        new Inherit(One, Other, Estate) { Hops = 3 },
        new MoveAnswer.Joined(One, [Other, Third], [Day]),
        new MoveAnswer.Older(One, At),
        MoveAnswer.Apart.Now,
        new MoveAnswer.Elsewhere(One, Other),
        new Hear(One, new InboundMessage(
            new MessageId("wamid.A"), One.Business, Both, At, At, new InboundContent.IdentityChange(null, "ID.10210000000000000099"))) { Hops = 1 },
        new Notify(One, 7, new Notice.WaitlistClosed(Day), At) { Hops = 1 },
        new ChangeHands(Day, [One, Third], Other),
        new DayChanged(At, [new DayFact.HandsChanged([One, Third], Other)], [], 5, []),
    ];
}

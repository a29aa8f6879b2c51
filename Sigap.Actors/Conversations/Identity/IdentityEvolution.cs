using System.Collections.Immutable;
using Sigap.Kernel;

namespace Sigap.Conversations;

/// <summary>What moves, inheritances and changed addresses make of a conversation. Total and clockless.</summary>
internal static class IdentityEvolution
{
    /// <summary>Null when the event is of another kind.</summary>
    public static Conversation? With(Conversation c, IConversationEvent happened) => happened switch
    {
        Moved moved => c with { Moved = moved },
        Inherited inherited => Inheritance.With(c, inherited),
        NumberLost { Left: var left } => c with
        {
            Applicant = c.Applicant is { } known && known.Phone == left.Phone ? Applicant.From(null, known.ScopedId) : c.Applicant,
            Left = With(c.Left, left),
        },
        _ => null,
    };

    public static Conversation With(Conversation c, TurnFact.AddressChanged changed)
    {
        var left = c.Left.RemoveAll(earlier => earlier.Phone == changed.Now.Phone);
        return c with
        {
            Applicant = changed.Now,
            Left = changed.Left is { } number ? With(left, number) : left,
            FormerIds = With(c.FormerIds, c.Applicant?.ScopedId, changed.Now.ScopedId),
        };
    }

    public static ImmutableArray<string> With(ImmutableArray<string> former, string? before, string? now) =>
        before is null || before == now || former.Contains(before) ? former : former.Add(before);

    private static ImmutableArray<NumberLeft> With(ImmutableArray<NumberLeft> all, NumberLeft left) =>
        [.. all.Where(earlier => earlier.Phone != left.Phone), left];
}

using System.Collections.Immutable;
using Sigap.Kernel;

namespace Sigap.Conversations;

/// <summary>
/// What goes from a conversation into an older one of the same person, and what both together are. Locks and guesses count
/// together: nobody escapes them with a new number.
/// </summary>
internal static class Inheritance
{
    /// <summary>Everything but what is owed: that is still sent by whom it was decided by.</summary>
    public static Conversation Of(Conversation c) => c with
    {
        Owed = [],
        Sent = [],
        LastReply = 0,
        Pace = PairPace.Rested,
        Rests = false,
        Moved = null,
    };

    public static Conversation With(Conversation c, Inherited inherited)
    {
        if (c.InheritedFrom.Contains(inherited.From))
        {
            return c;
        }

        var estate = inherited.Estate;
        ImmutableArray<ConversationId> from = [.. c.InheritedFrom.Add(inherited.From).Union(estate.InheritedFrom)];
        var (last, other) = estate.LastHeardAt > (c.LastHeardAt ?? DateTimeOffset.MinValue) ? (estate, c) : (c, estate);
        var applicant = Applicant.From(
            last.Applicant?.Phone ?? other.Applicant?.Phone, last.Applicant?.ScopedId ?? other.Applicant?.ScopedId);
        return c with
        {
            Applicant = applicant,
            Language = last.Language,
            Step = last.Step,
            Offered = last.Offered,
            Trail = last.Trail,
            Recent = Both(c.Recent, estate.Recent),
            Notices = Both(c.Notices, estate.Notices),
            LastHeardAt = last.LastHeardAt,
            NewestSentAt = Later(c.NewestSentAt, estate.NewestSentAt),
            ApologisedAt = Later(c.ApologisedAt, estate.ApologisedAt),
            WindowUntil = last.Applicant is null ? other.WindowUntil : last.WindowUntil,
            Loop = c.Loop with { PausedUntil = Later(c.Loop.PausedUntil, estate.Loop.PausedUntil) },
            Lookups = new LookupGuard(
                [.. c.Lookups.Wrong.Concat(estate.Lookups.Wrong).Order().TakeLast(LookupGuard.MostWrong)],
                Later(c.Lookups.LockedUntil, estate.Lookups.LockedUntil)),
            Pickup = PickupInheritance.Both(c.Pickup, estate.Pickup),
            FormerIds = IdentityEvolution.With(
                [.. c.FormerIds.Union(estate.FormerIds).Where(id => id != applicant?.ScopedId)],
                other.Applicant?.ScopedId,
                applicant?.ScopedId),

            // The person's own numbers lead nowhere else: not the one in use, and not one that was left to one of these.
            Left =
            [
                .. c.Left.Concat(estate.Left.Where(left => !c.Left.Any(own => own.Phone == left.Phone)))
                    .Where(left => left.Phone != applicant?.Phone && left.Heir != inherited.Into && !from.Contains(left.Heir)),
            ],
            InheritedFrom = from,
        };
    }

    private static RecentMessages Both(RecentMessages one, RecentMessages other) =>
        one.InOrder.Concat(other.InOrder).OrderBy(message => message.At)
            .Aggregate(RecentMessages.None, (all, message) => all.With(message.Fingerprint, message.At));

    private static DateTimeOffset? Later(DateTimeOffset? one, DateTimeOffset? other) => one is null || other > one ? other : one;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

using System.Collections.Immutable;
using Sigap.Kernel;
using Sigap.Pickup;

namespace Sigap.Conversations;

/// <summary>
/// Joins two conversations of one person: the younger goes into the older, then the pickup days learn the new name. Nothing of it
/// is remembered here: done again after any of its steps, it goes on where it was.
/// </summary>
/// <param name="ask">Asks a conversation.</param>
public sealed class Joining(Func<IConversationCommand, CancellationToken, Task<object>> ask, IPickupDesk desk)
{
    /// <summary>A conversation that went into one that went into one …: a longer trail is not followed.</summary>
    private const int LongestTrail = 32;

    /// <param name="other">The one that showed the scoped id first, or whose person has the number now.</param>
    /// <param name="changedAt">Since when it has the number; null when the same scoped id joins the two.</param>
    /// <returns>True when there is nothing left to do.</returns>
    public Task<bool> Carry(ConversationId one, ConversationId other, DateTimeOffset? changedAt, CancellationToken cancel) =>
        new Round(ask, desk, cancel).Carry(one, other, changedAt);

    /// <summary>One try. Learns the days on the way.</summary>
    private sealed class Round(
        Func<IConversationCommand, CancellationToken, Task<object>> ask, IPickupDesk desk, CancellationToken cancel)
    {
        private ImmutableHashSet<PickupDayId> _days = [];

        public async Task<bool> Carry(ConversationId one, ConversationId other, DateTimeOffset? changedAt)
        {
            if (await Follow(other).ConfigureAwait(false) is not { } owner)
            {
                return false;
            }

            // A number that was given up again meanwhile belongs to nobody we know, and who never heard anybody has nothing to join.
            if (owner.Since is not { } since || (changedAt is { } at && (owner.Applicant?.Phone is null || owner.LastLeftAt > at)))
            {
                return true;
            }

            var changed = changedAt is { } moment ? new NumberChange(owner.Applicant!, moment) : null;
            return await Move(new MoveTo(one, owner.Conversation, since, changed)).ConfigureAwait(false) switch
            {
                MoveAnswer.Joined joined => await ChangeHands(joined.Into).ConfigureAwait(false),
                MoveAnswer.Older older => await Move(new MoveTo(owner.Conversation, older.Conversation, older.Since, null))
                    .ConfigureAwait(false) is MoveAnswer.Joined joined && await ChangeHands(joined.Into).ConfigureAwait(false),
                MoveAnswer.Apart => true,
                _ => false,
            };
        }

        private async Task<Whereabouts?> Follow(ConversationId id)
        {
            for (var step = 0; step < LongestTrail; step++)
            {
                switch (await ask(new GetWhereabouts(id), cancel).ConfigureAwait(false))
                {
                    case Whereabouts found:
                        return found;
                    case MoveAnswer.Elsewhere elsewhere when await Again(elsewhere).ConfigureAwait(false):
                        id = elsewhere.To;
                        break;
                    default:
                        return null;
                }
            }

            return null;
        }

        private async Task<object> Move(MoveTo move)
        {
            for (var step = 0; step < LongestTrail; step++)
            {
                var answer = await ask(move, cancel).ConfigureAwait(false);
                if (answer is not MoveAnswer.Elsewhere elsewhere)
                {
                    Learn(answer);
                    return answer;
                }

                if (!await Again(elsewhere).ConfigureAwait(false))
                {
                    break;
                }

                move = move with { Conversation = elsewhere.To };
            }

            return CommandFailed.Now;
        }

        /// <summary>What went before may not have arrived: whoever gave it may have died in between.</summary>
        private async Task<bool> Again(MoveAnswer.Elsewhere elsewhere)
        {
            var answer = await ask(new MoveTo(elsewhere.Conversation, elsewhere.To, DateTimeOffset.MinValue, null), cancel).ConfigureAwait(false);
            Learn(answer);
            return answer is MoveAnswer.Joined;
        }

        private void Learn(object answer) => _days = answer is MoveAnswer.Joined joined ? _days.Union(joined.Days) : _days;

        private async Task<bool> ChangeHands(ConversationId into)
        {
            // Asked to go into itself, it names all that ever went into it.
            if (await Move(new MoveTo(into, into, DateTimeOffset.MinValue, null)).ConfigureAwait(false) is not MoveAnswer.Joined all)
            {
                return false;
            }

            foreach (var day in all.From.IsEmpty ? [] : _days)
            {
                var answer = await desk.Ask(new ChangeHands(day, all.From, all.Into), cancel).ConfigureAwait(false);
                if (answer is PickupAnswer.Refused { Why: PickupRefusal.NotAvailable })
                {
                    return false;
                }
            }

            return true;
        }
    }
}

using System.Collections.Immutable;

namespace Sigap.Conversations.Dialogues;

/// <summary>
/// "Stop" ends reminders and "mulai" brings them back. The words are printed below every reminder, and WhatsApp users know
/// them as such, so they are the same in every office. In the middle of a dialogue they mean that dialogue.
/// </summary>
internal static class ReminderDialogue
{
    private static readonly ImmutableHashSet<string> Stop =
        ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "stop", "setop", "berhenti", "unsubscribe", "unsub", "unreg");

    private static readonly ImmutableHashSet<string> Resume = ImmutableHashSet.Create(StringComparer.OrdinalIgnoreCase, "mulai", "start");

    public static bool Take(TurnDraft turn)
    {
        var word = turn.Input.Text!.Trim().TrimStart('#').TrimEnd('.', '!');
        if (Stop.Contains(word) && (turn.Step is Step.Idle || RemindedLast(turn)))
        {
            Note(turn, stopped: true);
            return true;
        }

        if (Resume.Contains(word) && turn.Pickup.RemindersStopped)
        {
            Note(turn, stopped: false);
            return true;
        }

        return false;
    }

    private static bool RemindedLast(TurnDraft turn) =>
        turn.Before.Offered.Any(offer => offer.Node.StartsWith("notice.", StringComparison.Ordinal));

    private static void Note(TurnDraft turn, bool stopped)
    {
        if (turn.Pickup.RemindersStopped != stopped)
        {
            turn.Note(new TurnFact.RemindersStopped(stopped));
        }

        var node = stopped ? "reminders.stopped" : "reminders.resumed";
        turn.Enter(Step.Idle.Here);
        turn.Say(node);
        turn.OfferOptionsOf(node);
    }
}

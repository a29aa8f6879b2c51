using System.Collections.Immutable;
using Sigap.Content;

namespace Sigap.Conversations;

/// <summary>
/// Late messages are answered together: their reply waits a moment, and the reply to the next takes its place and says both.
/// </summary>
internal static class Gathering
{
    public const string Apology = "late.apology";

    /// <summary>An applicant whose messages were held up is asked for pardon once, not for each of them.</summary>
    public static bool OwesApology(TurnDraft turn) =>
        turn is { IsLate: true, SaidNothing: false } && !(turn.Input.Message.SentAt <= turn.Before.ApologisedAt);

    /// <summary>The turn with a reply that waits; with what the reply says that waits already, if both fit into one bubble.</summary>
    public static TurnTaken Gathered(this TurnTaken turn, Conversation before, Surroundings around)
    {
        if (turn.Replies is not [var reply])
        {
            return turn;
        }

        var alone = turn with { NotBefore = turn.HeardAt + around.Settings.LateGather };
        if (before.Owed is not [.., { NotBefore: { } until } waiting] || until <= turn.HeardAt || waiting.Language != turn.Language)
        {
            return alone;
        }

        // What does not fit leaves in a bubble of its own: an answer cut or dropped would be an answer lost.
        var both = Joined(before, around, turn, waiting.Reply, reply);
        return Wording.Fits(around.Content, around.Office, new OwedReply(turn.FirstReply, both, turn.Language, turn.HeardAt))
            ? turn with { Replies = [both], Replaces = waiting.Number, NotBefore = until }
            : alone;
    }

    private static Reply Joined(Conversation before, Surroundings around, TurnTaken turn, Reply waiting, Reply newest)
    {
        var options = turn.Timing == Timing.Overtaken ? waiting.Options : newest.Options;
        var isMenu = options.SequenceEqual(around.Content.OffersOf(turn.Language, around.Office.Id, Dialogues.MenuDialogue.Menu));
        ImmutableArray<Part> parts =
        [
            .. StillOpen(before, turn, waiting).Where(part => !newest.Parts.Contains(part) && part.Node != Standing.Node),
            .. newest.Parts,
        ];

        // A menu counts its options; above others its numbers would mislead.
        return new Reply(isMenu ? parts : [.. parts.Where(part => part.Node != Dialogues.MenuDialogue.Menu)], options);
    }

    /// <summary>A question that the newest message has answered, or left, is not asked any more.</summary>
    private static IEnumerable<Part> StillOpen(Conversation before, TurnTaken turn, Reply waiting)
    {
        var hasMoved = before.Step is not Step.Idle && turn.Facts.Any(fact => fact is TurnFact.StepEntered);
        return hasMoved && waiting.Options.Any(option => option.Node == waiting.Parts[^1].Node)
            ? waiting.Parts.Take(waiting.Parts.Length - 1)
            : waiting.Parts;
    }
}

using System.Collections.Immutable;
using Sigap.Conversations;
using Sigap.Tests.Support;

namespace Sigap.Tests.Hosting;

/// <summary>Holds what the Graph API was sent against what the journal says was decided.</summary>
internal static class PromiseCheck
{
    /// <param name="settledBefore">What the journal held when the program was cut off.</param>
    /// <returns>How many replies were sent once more.</returns>
    public static int EveryReplyWasSentOnceAndInOrder(
        GraphStandIn graph,
        JournalOnDisk journal,
        ImmutableDictionary<(string Conversation, long Number), Settlement?> settledBefore)
    {
        var sends = graph.Sends;
        var times = sends.CountBy(send => send.Reply).ToDictionary();
        var decided = journal.Replies();

        decided.Keys.Where(reply => !times.ContainsKey(reply)).ShouldBeEmpty("decided, but never sent");
        times.Keys.Where(reply => !decided.ContainsKey(reply)).ShouldBeEmpty("sent, but never decided");
        times.Where(reply => reply.Value > 1 && settledBefore.GetValueOrDefault(reply.Key) is not null)
            .ShouldBeEmpty("known to be sent before the program ended, yet sent again");
        times.Where(reply => reply.Value > 2).ShouldBeEmpty("sent more than once more");
        var possiblyTwice = journal.PossiblyTwice();
        times.Where(reply => reply.Value > 1 && !possiblyTwice.Contains(reply.Key)).ShouldBeEmpty("sent twice, and the journal does not say so");

        foreach (var conversation in sends.GroupBy(send => send.Reply.Conversation))
        {
            conversation.Select(send => send.Reply.Number).ShouldBeInOrder(SortDirection.Ascending, conversation.Key);
        }

        return times.Values.Count(count => count > 1);
    }

    public static void EveryMessageIsOneTurnWithAnAnswer(JournalOnDisk journal, int messages)
    {
        var turns = journal.Events().Select(each => each.Event).OfType<TurnTaken>().ToList();
        turns.Count.ShouldBe(messages);
        turns.Where(turn => turn.Replies.IsEmpty).ShouldBeEmpty();
    }
}

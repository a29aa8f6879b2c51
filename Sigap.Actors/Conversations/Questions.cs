using System.Collections.Immutable;
using Sigap.Applications;
using Sigap.Pickup;
using Sigap.Transport;

namespace Sigap.Conversations;

/// <summary>Fetches what a dialogue asked for, or fails when it does not come in time.</summary>
internal static class Questions
{
    public static async Task<Answer> Answer(Question question, InboundMessage message, DateTimeOffset now, ConversationParts parts)
    {
        using var timeout = new CancellationTokenSource(parts.Settings.AnswerTimeout, parts.Clock);
        return question switch
        {
            Question.ProveApplication prove => new Answer.Proved(await parts.Applications
                .Prove(new Proof(message.Id, prove.Number, prove.BirthDate, now), timeout.Token)
                .WaitAsync(timeout.Token)
                .ConfigureAwait(false)),
            Question.AskDays ask => new Answer.Days(
                await AskDays(ask.Messages, parts.Pickup, timeout.Token).WaitAsync(timeout.Token).ConfigureAwait(false)),
            _ => throw new InvalidOperationException($"Nobody answers {question.GetType().Name}"),
        };
    }

    /// <summary>
    /// All at once, but what gives places back first, one after the other: the same passports cannot be given others before.
    /// </summary>
    private static async Task<ImmutableArray<PickupAnswer>> AskDays(
        ImmutableArray<IWithPickupDay> messages, IPickupDesk desk, CancellationToken cancel)
    {
        var answers = new List<PickupAnswer>(messages.Length);
        foreach (var leaving in messages.TakeWhile(message => message is EndBooking))
        {
            answers.Add(await desk.Ask(leaving, cancel).ConfigureAwait(false));
        }

        answers.AddRange(await Task.WhenAll(messages.Skip(answers.Count).Select(asked => desk.Ask(asked, cancel))).ConfigureAwait(false));
        return [.. answers];
    }
}

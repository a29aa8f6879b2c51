using Sigap.Applications;
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
            Question.AskDays ask => new Answer.Days([.. await Task
                .WhenAll(ask.Messages.Select(asked => parts.Pickup.Ask(asked, timeout.Token)))
                .WaitAsync(timeout.Token)
                .ConfigureAwait(false)]),
            _ => throw new InvalidOperationException($"Nobody answers {question.GetType().Name}"),
        };
    }
}

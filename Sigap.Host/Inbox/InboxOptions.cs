namespace Sigap.Host.Inbox;

/// <summary>Section <c>Webhook</c>: how long a webhook waits for a conversation, and how often one is tried afterwards.</summary>
internal sealed record InboxOptions
{
    public const string Section = "Webhook";

    /// <summary>Without an answer by then the message goes to the inbox and the webhook is acknowledged.</summary>
    public TimeSpan AskTimeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Beyond the wait for the conversation: for the inbox. Without it written by then WhatsApp is told to come again.</summary>
    public TimeSpan WriteTimeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>So many deliveries of one message are tried, over about four minutes, before it is parked.</summary>
    public int InboxAttempts { get; init; } = 12;

    /// <summary>Every value out of range, as a sentence that names the setting and the remedy.</summary>
    public IEnumerable<string> Problems()
    {
        if (AskTimeout <= TimeSpan.Zero || AskTimeout > TimeSpan.FromSeconds(10))
            yield return $"Webhook:AskTimeout is {AskTimeout}; write a time from above zero to ten seconds, such as 00:00:01.";
        if (WriteTimeout <= TimeSpan.Zero || WriteTimeout > TimeSpan.FromSeconds(10))
            yield return $"Webhook:WriteTimeout is {WriteTimeout}; write a time from above zero to ten seconds, such as 00:00:01.";
        if (InboxAttempts is < 1 or > 10_000)
            yield return $"Webhook:InboxAttempts is {InboxAttempts}; write a number from 1 to 10000; 12 is the default.";
    }
}

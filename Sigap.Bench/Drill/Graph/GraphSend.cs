namespace Sigap.Bench.Drill.Graph;

/// <summary>One send as it came to the Graph API, and how it was treated: a row of ledger G.</summary>
/// <param name="Order">Counts all of them in the order they came.</param>
/// <param name="Conversation">From the tag, as Sigap names it; with <paramref name="Reply"/> it names the reply.</param>
internal sealed record GraphSend(
    int Order,
    TimeSpan At,
    string Business,
    string Phone,
    string Conversation,
    long Reply,
    int Attempt,
    string Text,
    GraphBehaviour Behaviour)
{
    public bool IsTaken => GraphFault.Takes(Behaviour);

    /// <summary>The answer says what became of it.</summary>
    public bool IsTold => GraphFault.Tells(Behaviour);

    public string MessageId => $"wamid.HBgN{Phone}FQIAERgS{Order:D8}";

    public string Tag => $"{Conversation}:{Reply}:{Attempt}";
}

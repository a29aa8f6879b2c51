namespace Sigap.Kernel;

/// <summary>
/// The name of a conversation: the business number, a dot, and a keyed hash of the applicant. It stands in persistence
/// ids, actor paths, logs and tables; the phone number does not.
/// </summary>
public readonly record struct ConversationId(string Value)
{
    public BusinessNumberId Business => new(Value[..Value.IndexOf('.', StringComparison.Ordinal)]);

    public override string ToString() => Value;
}

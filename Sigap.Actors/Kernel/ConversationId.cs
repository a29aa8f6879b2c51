using System.Security.Cryptography;
using System.Text;

namespace Sigap.Kernel;

/// <summary>
/// The name of a conversation: the business number, a dot, and a keyed hash of the applicant. It stands in persistence
/// ids, actor paths, logs and tables; the phone number does not.
/// </summary>
public readonly record struct ConversationId(string Value)
{
    public BusinessNumberId Business => new(Value[..Value.IndexOf('.', StringComparison.Ordinal)]);

    /// <summary>
    /// The conversation that goes on with a number this one has given up. Named by what made it do so, a message, so that the
    /// same number given up a second time leads to a third conversation, not back to the second.
    /// </summary>
    public ConversationId Successor(MessageId because)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{Value}|{because.Value}"));
        return new ConversationId($"{Business}.{ConversationNames.Base64Url(hash.AsSpan(0, ConversationNames.KeptBytes))}");
    }

    public override string ToString() => Value;
}

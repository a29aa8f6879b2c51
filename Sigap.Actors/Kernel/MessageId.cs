namespace Sigap.Kernel;

/// <summary>
/// A WhatsApp message id (<c>wamid…</c>). Its base64 holds a phone number in clear, so it prints masked and is
/// remembered as a fingerprint only.
/// </summary>
public readonly record struct MessageId(string Value)
{
    public ulong Fingerprint => Kernel.Fingerprint.Of(Value);

    public override string ToString() => $"message:{Fingerprint:x16}";
}

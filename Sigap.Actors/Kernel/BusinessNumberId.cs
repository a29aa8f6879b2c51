namespace Sigap.Kernel;

/// <summary>The <c>phone_number_id</c> of one of our WhatsApp business numbers: an opaque id, not the number itself.</summary>
public readonly record struct BusinessNumberId(string Value)
{
    public override string ToString() => Value;
}

namespace Sigap.Transport;

/// <summary>What a send means for the reply that was owed. Closed.</summary>
public abstract record SendVerdict
{
    private SendVerdict()
    {
    }

    /// <param name="Fingerprint">Of the id WhatsApp gave the message.</param>
    public sealed record Accepted(ulong Fingerprint) : SendVerdict;

    /// <summary>It will never be taken.</summary>
    /// <param name="NeedsTemplate">Not as it is: WhatsApp holds that the 24 hours are over.</param>
    public sealed record GivenUp(int Code, bool NeedsTemplate = false) : SendVerdict;

    /// <summary>Hand it over again after this time.</summary>
    public sealed record Later(TimeSpan After) : SendVerdict;

    /// <summary>
    /// It has not left and was not tried: the number or its template must wait first. Hand it over again after this time, as
    /// the same attempt; where it still waits with the transport that does no harm.
    /// </summary>
    public sealed record Held(TimeSpan After) : SendVerdict;

    /// <summary>Asked after it, the transport does not know it: it never came, or it came to an earlier transport of this number.</summary>
    /// <param name="Lived">How long this transport has been there.</param>
    public sealed record Unheard(TimeSpan Lived) : SendVerdict;

    /// <summary>It may have been taken: its statuses tell.</summary>
    /// <param name="Longer">How much longer than usual a status is awaited.</param>
    /// <param name="IsLast">Without a status it is not sent again, but given up.</param>
    public sealed record Unknown(TimeSpan Longer, bool IsLast) : SendVerdict;
}

using Sigap.Kernel;

namespace Sigap.Transport;

/// <summary>The way to the Graph API. Never throws for what the other side does: every end of a send is a <see cref="SendOutcome"/>.</summary>
public interface IWhatsAppGateway
{
    Task<SendOutcome> Send(OutboundMessage message, CancellationToken cancel);

    /// <summary>Shows the blue ticks and, with <paramref name="typing"/>, "typing…". A courtesy: failure is only counted.</summary>
    Task MarkRead(BusinessNumberId business, MessageId message, bool typing, CancellationToken cancel);
}

/// <summary>How a send ended. Closed: every case is named here.</summary>
public abstract record SendOutcome
{
    private SendOutcome()
    {
    }

    /// <summary>The Graph API took it and gave it an id. Not yet delivered.</summary>
    public sealed record Accepted(MessageId Id) : SendOutcome;

    /// <summary>The Graph API said no, with its code (0 when it gave none). The table in <c>config/graph-errors.yaml</c> says what follows.</summary>
    public sealed record Refused(int Code, int HttpStatus, TimeSpan? RetryAfter = null) : SendOutcome;

    /// <summary>The request did not leave: no connection, no name, no TLS. Safe to repeat.</summary>
    public sealed record NotSent(string Reason) : SendOutcome;

    /// <summary>The request left, no answer was understood: it may have been taken.</summary>
    public sealed record Unknown(string Reason) : SendOutcome;
}

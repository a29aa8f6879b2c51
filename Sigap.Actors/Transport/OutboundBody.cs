using System.Collections.Immutable;

namespace Sigap.Transport;

/// <summary>A message bubble ready to leave, within WhatsApp's limits. Closed: every case is named here.</summary>
public abstract record OutboundBody(string Text)
{
    public sealed record Plain(string Text) : OutboundBody(Text);

    /// <summary>At most three buttons.</summary>
    public sealed record Buttons(string Text, ImmutableArray<OutboundOption> Options) : OutboundBody(Text)
    {
        public string? Header { get; init; }

        public string? Footer { get; init; }
    }

    /// <summary>A list opened by <paramref name="Button"/>, at most ten rows.</summary>
    public sealed record List(string Text, string Button, ImmutableArray<OutboundOption> Options) : OutboundBody(Text)
    {
        public string? Header { get; init; }

        public string? Footer { get; init; }
    }
}

/// <summary>A tappable row or button. The id carries content version, node and option.</summary>
public sealed record OutboundOption(string Id, string Title, string? Description = null);

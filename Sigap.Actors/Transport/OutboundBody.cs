using System.Collections.Immutable;
using Sigap.Kernel;

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

    /// <summary>A text Meta approved beforehand: the only thing that may leave outside the 24 hours.</summary>
    /// <param name="Text">With its parameters put in, as the applicant will read it.</param>
    /// <param name="Parameters">What stands for {{1}}, {{2}} and so on.</param>
    /// <param name="Options">Quick replies: their ids come back when tapped.</param>
    public sealed record Template(
        string Text, string Name, LanguageCode Language, ImmutableArray<string> Parameters, ImmutableArray<OutboundOption> Options)
        : OutboundBody(Text);
}

/// <summary>A tappable row or button. The id carries content version, node and option.</summary>
public sealed record OutboundOption(string Id, string Title, string? Description = null);

using System.Text.Json.Nodes;

namespace Sigap.Host.Simulator;

/// <summary>A message in a phone's chat. <see cref="Content"/> is what went over the wire: the page draws the protocol itself.</summary>
/// <param name="Mine">Written on the phone; otherwise by the business.</param>
/// <param name="Callback">What the business asked to have echoed in statuses.</param>
/// <param name="Webhook">The body that was posted for it, to post it again.</param>
internal sealed record Bubble(
    string Id,
    string Business,
    bool Mine,
    DateTimeOffset At,
    JsonObject Content,
    string? Quoted = null,
    string? Callback = null,
    byte[]? Webhook = null)
{
    public Ticks Ticks { get; init; } = Ticks.Sent;

    /// <summary>The emoji the owner of the phone put on it.</summary>
    public string? MyReaction { get; init; }

    public string? BusinessReaction { get; init; }

    /// <summary>Grows with every change anywhere: "what is newer than" is all a page needs to catch up.</summary>
    public long Version { get; init; }

    public JsonObject ForPage(string phone) => new()
    {
        ["id"] = Id,
        ["phone"] = phone,
        ["business"] = Business,
        ["mine"] = Mine,
        ["at"] = At.ToUnixTimeMilliseconds(),
        ["quoted"] = Quoted,
        ["ticks"] = Ticks.ToString().ToLowerInvariant(),
        ["myReaction"] = MyReaction,
        ["businessReaction"] = BusinessReaction,
        ["content"] = Content.DeepClone(),
    };
}

/// <summary>How far a message came, in order of rank.</summary>
internal enum Ticks
{
    Sent = 1,
    Delivered = 2,
    Read = 3,
}

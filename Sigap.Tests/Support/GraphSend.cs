using System.Globalization;
using System.Text.Json;

namespace Sigap.Tests.Support;

/// <summary>A send as it arrived at the Graph API.</summary>
/// <param name="Order">Counted from 0, over all numbers.</param>
internal sealed record GraphSend(int Order, DateTimeOffset At, string Business, string Authorization, JsonElement Body)
{
    /// <summary>The id it is given, different for each.</summary>
    public string MessageId => $"wamid.out.{Order}";

    /// <summary>The phone, with its plus; null for an applicant known by a scoped id only.</summary>
    public string? To => Member("to");

    public string? Recipient => Member("recipient");

    public string Type => Member("type") ?? "";

    /// <summary><c>conversation:number:attempt</c>, as Sigap sets it.</summary>
    public string CallbackData => Member("biz_opaque_callback_data") ?? "";

    /// <summary>Which reply of which conversation.</summary>
    public (string Conversation, long Number) Reply
    {
        get
        {
            var parts = CallbackData.Split(':');
            return (string.Join(':', parts[..^2]), long.Parse(parts[^2], CultureInfo.InvariantCulture));
        }
    }

    private string? Member(string name) => Body.TryGetProperty(name, out var value) ? value.GetString() : null;
}

/// <summary>What the Graph API answers. <see cref="Status"/> 0: the connection is cut after the message was taken.</summary>
internal sealed record GraphAnswer(int Status, int Code = 0, int? RetryAfterSeconds = null)
{
    public static readonly GraphAnswer Accepted = new(200);
    public static readonly GraphAnswer TooFast = new(429, 130429);
    public static readonly GraphAnswer Broken = new(500, 131000);
    public static readonly GraphAnswer Dropped = new(0);

    public TimeSpan Delay { get; init; }
}

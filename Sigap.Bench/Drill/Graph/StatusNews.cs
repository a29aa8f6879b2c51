namespace Sigap.Bench.Drill.Graph;

/// <summary>What WhatsApp tells about a message of ours.</summary>
/// <param name="Stage">sent, delivered or read.</param>
/// <param name="Tag">What the send carried as <c>biz_opaque_callback_data</c>.</param>
internal sealed record StatusNews(string Business, string Phone, string MessageId, string Tag, string Stage, DateTimeOffset At);

using System.Diagnostics.Metrics;
using Sigap.Transport;

namespace Sigap.Host.WhatsApp;

/// <summary>
/// Counts how sends end. No number, no text, no token: the outcome and the Graph API's code are all that is told.
/// </summary>
internal sealed class GatewayMetrics
{
    public const string MeterName = "Sigap.WhatsApp";

    private readonly Counter<long> _sends;
    private readonly Counter<long> _readMarks;

    public GatewayMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(MeterName);
        _sends = meter.CreateCounter<long>("sigap.whatsapp.sends", description: "Sends, by outcome");
        _readMarks = meter.CreateCounter<long>("sigap.whatsapp.read_marks", description: "Read marks, by outcome");
    }

    public void Sent(SendOutcome outcome) =>
        _sends.Add(1, new("outcome", NameOf(outcome)), new("code", outcome is SendOutcome.Refused refused ? refused.Code : 0));

    public void MarkedRead(bool succeeded) =>
        _readMarks.Add(1, new KeyValuePair<string, object?>("outcome", succeeded ? "accepted" : "failed"));

    private static string NameOf(SendOutcome outcome) => outcome switch
    {
        SendOutcome.Accepted => "accepted",
        SendOutcome.Refused => "refused",
        SendOutcome.NotSent => "not_sent",
        _ => "unknown",
    };
}

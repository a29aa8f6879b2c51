using System.Text.Json;
using Sigap.Bench.Drill.Crowd;
using Sigap.Bench.Drill.Graph;

namespace Sigap.Bench.Drill.Checks;

/// <summary>Both ledgers as lines of JSON, for whoever wants to look further. Times are seconds since the drill began.</summary>
internal static class LedgerFile
{
    public static async Task Write(string file, CrowdLedger written, GraphLedger sent, CancellationToken cancel)
    {
        await using var output = new StreamWriter(file);
        foreach (var message in written.Messages)
        {
            cancel.ThrowIfCancellationRequested();
            await output.WriteLineAsync(Line(new
            {
                kind = "message",
                applicant = message.From.Index,
                number = message.Number,
                fingerprint = $"{message.Fingerprint:x16}",
                text = message.Text,
                written = message.WrittenAt.TotalSeconds,
                posted = message.PostedAt?.TotalSeconds,
                acknowledged = message.AcknowledgedAt?.TotalSeconds,
                by = message.AcknowledgedBy,
                tries = message.Attempts,
                replied = message.RepliedAt?.TotalSeconds,
            }));
        }

        foreach (var attempt in written.Attempts)
        {
            await output.WriteLineAsync(Line(new
            {
                kind = "post",
                at = attempt.At.TotalSeconds,
                took = attempt.Took.TotalSeconds,
                node = attempt.Node,
                status = attempt.Status,
                cargo = $"{attempt.Cargo}",
                items = attempt.Items,
            }));
        }

        foreach (var send in sent.Sends)
        {
            await output.WriteLineAsync(Line(new
            {
                kind = "send",
                at = send.At.TotalSeconds,
                tag = send.Tag,
                phone = send.Phone,
                behaviour = $"{send.Behaviour}",
                text = send.Text,
            }));
        }
    }

    private static string Line(object row) => JsonSerializer.Serialize(row);
}

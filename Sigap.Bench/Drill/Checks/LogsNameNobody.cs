using Sigap.Bench.Drill.Crowd;

namespace Sigap.Bench.Drill.Checks;

/// <summary>I11: nothing personal of anybody in the crowd, and no secret, stands in what the nodes wrote.</summary>
internal static class LogsNameNobody
{
    /// <param name="secrets">The app secret, tokens, keys, by what they are called.</param>
    public static IEnumerable<Finding> In(DrillEvidence evidence, IReadOnlyDictionary<string, string> secrets) =>
        from log in evidence.Logs
        from line in Lines(log).Select((text, i) => (Text: text, Number: i + 1))
        let found = CitizenNames.PersonalIn(line.Text)
            ?? secrets.FirstOrDefault(secret => line.Text.Contains(secret.Value, StringComparison.Ordinal)).Key
        where found is not null
        select new Finding("I11", Harm.Other, $"log {log.Name} {line.Number}", $"line {line.Number} of {log.Name} holds {found}");

    /// <summary>A node may still be writing.</summary>
    private static IEnumerable<string> Lines(FileInfo log)
    {
        using var stream = new FileStream(log.FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }
}

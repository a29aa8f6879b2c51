using System.Collections.Immutable;
using System.Globalization;

namespace Sigap.Tests.Scenarios;

/// <summary>
/// A conversation as a text file. Lines:
/// <code>
/// # a remark
/// office: jakarta-pusat                 before the first message; jakarta-pusat unless given
/// at: 2026-11-24 09:00                  local time of the office at the start
/// source: away                          the applications cannot be reached from here on ("source: back" ends it)
/// &gt; halo                                the applicant types
/// &gt; [2]                                 taps the second option of the last bubble that had any
/// &gt; [Menu utama]                        taps an option of that bubble by its title
/// &gt; [menu/status]                       taps an option of a node, however old
/// &gt; {image}                             sends a picture; also {image: caption} {voice} {sticker} {reaction} {tap: id} …
/// &gt; {late 25h: halo}                   a text that was under way for so long
/// @ +31m                                time passes: s, m, h, d
/// pace: 2s                              from here on a message comes every two seconds; every six unless given
/// &lt; Selamat datang                      the bubble that comes back; its further lines are indented
///   [Menu utama] [Cek status]           its options, in order
/// &lt;                                     silence
/// </code>
/// </summary>
internal sealed record Transcript(string Office, DateTime StartsAt, ImmutableArray<TranscriptStep> Steps)
{
    public static Transcript Parse(string text)
    {
        var office = "jakarta-pusat";
        var at = new DateTime(2026, 11, 24, 9, 0, 0);
        var steps = ImmutableArray.CreateBuilder<TranscriptStep>();

        foreach (var (line, number) in text.ReplaceLineEndings("\n").Split('\n').Select((line, index) => (line, index + 1)))
        {
            switch (line)
            {
                case "": steps.Add(new TranscriptStep.Remark("")); break;
                case ['#', ..]: steps.Add(new TranscriptStep.Remark(line)); break;
                case ['>', ' ', .. var said]: steps.Add(new TranscriptStep.Says(said)); break;
                case ['@', ' ', '+', .. var time]: steps.Add(new TranscriptStep.Passes(line, Time(time))); break;
                case "<": steps.Add(new TranscriptStep.Bubble("")); break;
                case ['<', ' ', .. var bubble]: steps.Add(new TranscriptStep.Bubble(bubble)); break;
                case [' ', ' ', .. var more] when steps.Count > 0 && steps[^1] is TranscriptStep.Bubble last:
                    steps[^1] = new TranscriptStep.Bubble($"{last.Text}\n{more}");
                    break;
                case var _ when line.StartsWith("office: ", StringComparison.Ordinal):
                    office = line["office: ".Length..];
                    steps.Add(new TranscriptStep.Remark(line));
                    break;
                case var _ when line.StartsWith("at: ", StringComparison.Ordinal):
                    at = DateTime.ParseExact(line["at: ".Length..], "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
                    steps.Add(new TranscriptStep.Remark(line));
                    break;
                case "source: away" or "source: back":
                    steps.Add(new TranscriptStep.Source(line, line.EndsWith("away", StringComparison.Ordinal)));
                    break;
                case var _ when line.StartsWith("pace: ", StringComparison.Ordinal):
                    steps.Add(new TranscriptStep.Pace(line, Time(line["pace: ".Length..])));
                    break;
                default:
                    throw new FormatException($"line {number}: '{line}' is not a line of a transcript");
            }
        }

        return new Transcript(office, at, steps.ToImmutable());
    }

    public static TimeSpan Time(string text)
    {
        var amount = double.Parse(text[..^1], CultureInfo.InvariantCulture);
        return text[^1] switch
        {
            's' => TimeSpan.FromSeconds(amount),
            'm' => TimeSpan.FromMinutes(amount),
            'h' => TimeSpan.FromHours(amount),
            'd' => TimeSpan.FromDays(amount),
            _ => throw new FormatException($"'{text}' is not a time such as 31m or 25h"),
        };
    }
}

internal abstract record TranscriptStep
{
    public sealed record Remark(string Line) : TranscriptStep;

    public sealed record Says(string Text) : TranscriptStep;

    public sealed record Passes(string Line, TimeSpan Time) : TranscriptStep;

    public sealed record Pace(string Line, TimeSpan Time) : TranscriptStep;

    public sealed record Bubble(string Text) : TranscriptStep;

    public sealed record Source(string Line, bool Away) : TranscriptStep;
}

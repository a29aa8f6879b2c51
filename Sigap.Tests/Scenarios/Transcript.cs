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
/// desk: away                            the pickup days cannot be reached from here on ("desk: back" ends it)
/// counter: 1 next                       an officer acts at a counter: open, close, next, call A-001, recall, hold, no-show, served
/// kiosk: {code}                         somebody types a booking code at the kiosk; {code} is the applicant's newest booking
/// officer: cancel 2026-11-25 {code}     an officer takes a booking back; also: book 2026-11-25 1106000000000008
/// others: 2026-11-25 fill               other applicants take all places of a day; also: free 1, wait 2, book 3, arrive 3
/// calendar: close 2026-11-25            the office's file changes; also: close 2026-11-25 2026-12-09, from 13:00 2026-11-25
/// &gt; halo                                the applicant types
/// &gt; [2]                                 taps the second option of the last bubble that had any
/// &gt; [Menu utama]                        taps an option of that bubble by its title
/// &gt; [menu/status]                       taps an option of a node, however old
/// &gt; {image}                             sends a picture; also {image: caption} {voice} {sticker} {reaction} {tap: id} …
/// &gt; {late 25h: halo}                   a text that was under way for so long; also {late 10m: [2]}, {late 10m: {image}}
/// &gt; saya di sini {door}                 with the code that hangs at the door today; {code} stands for the newest booking's code
/// @ +31m                                time passes: s, m, h, d; what falls due on the way is delivered on the way
/// pace: 2s                              from here on a message comes every two seconds; every six unless given
/// &lt; Selamat datang                      the bubble that comes back; its further lines are indented
/// &lt; (2026-12-01 09:00) Nomor A-041 …    a bubble that came unasked, with the office's time
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
                case "desk: away" or "desk: back":
                    steps.Add(new TranscriptStep.Desk(line, line.EndsWith("away", StringComparison.Ordinal)));
                    break;
                case var _ when Happening(line) is { } happening:
                    steps.Add(happening);
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

    /// <summary>Something that happens at the office.</summary>
    private static TranscriptStep.Happens? Happening(string line) =>
        line.Split(": ", 2) is [("counter" or "kiosk" or "officer" or "others" or "calendar") and var who, var what]
            ? new TranscriptStep.Happens(line, who, what)
            : null;

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

    public sealed record Desk(string Line, bool Away) : TranscriptStep;

    public sealed record Happens(string Line, string Who, string What) : TranscriptStep;

    public sealed record Source(string Line, bool Away) : TranscriptStep;
}

using System.Globalization;

namespace Sigap.Bench.Drill.Checks;

/// <summary>The drill on one page of plain text: what was broken, what came of it, and which promises were not kept, with the evidence.</summary>
/// <param name="Head">Machine, commit, seed, settings: a line each.</param>
/// <param name="Notes">What else a reader should know: faults left out, lines of the logs by kind, pace.</param>
internal sealed record ReportPage(IReadOnlyList<string> Head, IReadOnlyList<PhaseRow> Phases, IReadOnlyList<string> Notes)
{
    /// <summary>More of the same kind are counted only.</summary>
    private const int EvidenceOfAKind = 4;

    public bool IsKept => Phases.All(phase => phase.Verdict.IsKept);

    public void Print(TextWriter output)
    {
        foreach (var line in Head)
        {
            output.WriteLine(line);
        }

        output.WriteLine();
        PrintTable(output);
        PrintBroken(output);
        foreach (var note in Notes)
        {
            output.WriteLine(note);
        }
    }

    private void PrintTable(TextWriter output)
    {
        output.WriteLine(
            $"{"phase",-34}{"messages",9}{"lost",6}{"twice",6}{"order",6}{"maybe 2x",9}{"oversold",9}{"silence",9}{"wait p99",9}{"wait max",9}"
            + $"{"worst",9}{"recovery",9}{"drain",9}{"503",7}{"other",6}{"none",6}");
        foreach (var phase in Phases)
        {
            Print(output, phase.Name, phase.Figures, harm => phase.Verdict.Count(harm), phase.Recovery, phase.Drain);
        }

        var all = Phases.Select(phase => phase.Figures).ToArray();
        if (all.Length > 0)
        {
            var sum = all[0] with
            {
                Messages = all.Sum(figures => figures.Messages),
                Busy = all.Sum(figures => figures.Busy),
                OtherAnswers = all.Sum(figures => figures.OtherAnswers),
                NoAnswer = all.Sum(figures => figures.NoAnswer),
                Silence = all.Max(figures => figures.Silence),
                Wait = all.Max(figures => figures.Wait),
                WaitP99 = all.Max(figures => figures.WaitP99),
                WorstWait = all.Max(figures => figures.WorstWait),
            };
            Print(
                output, "all (times: the longest)", sum, harm => Phases.Sum(phase => phase.Verdict.Count(harm)),
                Phases.Max(phase => phase.Recovery), Phases.Max(phase => phase.Drain));
        }

        output.WriteLine(
            "silence: nobody at all was answered; wait: from acknowledgement to reply; worst: from the first try to the reply; "
            + "none: posts without an answer.");
        output.WriteLine();
    }

    private static void Print(
        TextWriter output, string name, PhaseFigures figures, Func<Harm, int> count, TimeSpan? recovery, TimeSpan? drain) => output.WriteLine(
        $"{(name.Length > 33 ? name[..33] : name),-34}{figures.Messages,9}{count(Harm.Lost),6}{count(Harm.Twice),6}{count(Harm.OutOfOrder),6}"
        + $"{count(Harm.PossiblyTwice),9}{count(Harm.Oversold),9}{Seconds(figures.Silence),9}{Seconds(figures.WaitP99),9}{Seconds(figures.Wait),9}"
        + $"{Seconds(figures.WorstWait),9}{Seconds(recovery),9}{Seconds(drain),9}{figures.Busy,7}{figures.OtherAnswers,6}{figures.NoAnswer,6}");

    private void PrintBroken(TextWriter output)
    {
        if (IsKept)
        {
            output.WriteLine("Every promise was kept.");
            output.WriteLine();
            return;
        }

        output.WriteLine("Broken promises:");
        var kinds = Phases
            .SelectMany(phase => phase.Verdict.Broken.Select(finding => (Phase: phase.Name, Finding: finding)))
            .GroupBy(each => (each.Phase, each.Finding.Promise, each.Finding.Harm));
        foreach (var kind in kinds)
        {
            output.WriteLine($"  {kind.Key.Promise} {Name(kind.Key.Harm)}, {kind.Count()} times in \"{kind.Key.Phase}\"");
            foreach (var (_, finding) in kind.Take(EvidenceOfAKind))
            {
                output.WriteLine($"    {finding.Evidence}");
            }
        }

        output.WriteLine();
    }

    private static string Name(Harm harm) => harm switch
    {
        Harm.Lost => "lost",
        Harm.Twice => "twice",
        Harm.OutOfOrder => "out of order",
        Harm.Oversold => "oversold",
        _ => "not kept",
    };

    private static string Seconds(TimeSpan? time) =>
        time is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known.TotalSeconds:0.0} s") : "-";
}

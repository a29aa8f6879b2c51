using Sigap.Applications;

namespace Sigap.Host.Applications;

/// <param name="Rows">Rows read, good or bad.</param>
internal readonly record struct ImportSummary(int Rows, int Stored, int Older, int Bad);

/// <summary>
/// Takes the good rows of a CSV file into the table, many to a transaction, and reports the bad ones. Transactions are
/// short enough that a service running on the same file does not notice.
/// </summary>
internal sealed class ApplicationImport(IApplicationStore store, ApplicationRules rules, int rowsPerWrite)
{
    private const int ProgressEvery = 10_000;

    /// <param name="report">Called for each problem: line, field, reason, remedy; nothing of the applicant's.</param>
    /// <param name="progress">Called now and then with the number of rows done.</param>
    public async Task<ImportSummary> Run(
        ApplicationCsv csv, Action<int, FieldProblem> report, Action<int> progress, CancellationToken cancel)
    {
        var summary = new ImportSummary();
        var batch = new List<PassportApplication>(rowsPerWrite);
        foreach (var row in csv.Rows())
        {
            var (application, problems) = row.Draft is { } draft ? rules.Check(draft) : (null, [row.Problem!]);
            foreach (var problem in problems)
            {
                report(row.Line, problem);
            }

            summary = summary with { Rows = summary.Rows + 1, Bad = summary.Bad + (application is null ? 1 : 0) };
            if (application is not null)
            {
                batch.Add(application);
            }

            if (batch.Count == rowsPerWrite)
            {
                summary = await Write(batch, summary, cancel);
            }

            if (summary.Rows % ProgressEvery == 0)
            {
                progress(summary.Rows);
            }
        }

        return await Write(batch, summary, cancel);
    }

    private async Task<ImportSummary> Write(List<PassportApplication> batch, ImportSummary summary, CancellationToken cancel)
    {
        var outcomes = await store.Upsert(batch, cancel);
        batch.Clear();
        var older = outcomes.Count(outcome => outcome == UpsertOutcome.OlderThanStored);
        return summary with { Stored = summary.Stored + outcomes.Count - older, Older = summary.Older + older };
    }
}

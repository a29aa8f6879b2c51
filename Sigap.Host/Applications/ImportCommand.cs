using System.Globalization;
using Microsoft.Data.Sqlite;
using Sigap.Content;
using Sigap.Host.Storage;

namespace Sigap.Host.Applications;

/// <summary>
/// <c>-- import applications FILE.csv</c>. Works with the service stopped or running. Exit codes: 0 every row was taken
/// over, 2 some rows were bad, 1 nothing could be imported.
/// </summary>
public sealed class ImportCommand(DatabaseOptions database, ContentSet content, TimeProvider time)
{
    public const int AllTaken = 0;
    public const int NothingTaken = 1;
    public const int SomeBad = 2;

    private const int RowsPerWrite = 2_000;

    // Beside a running service the file is held for some tens of milliseconds at a time, not more.
    private const int RowsPerWriteAsGuest = 500;

    // After these many the rest is counted only: a file with the wrong columns has a problem in every line.
    private const int ReportedProblems = 200;

    public async Task<int> Run(string file, TextWriter output, TextWriter errors, CancellationToken cancel = default)
    {
        try
        {
            using var stream = File.OpenRead(file);
            using var csv = ApplicationCsv.Open(stream);
            using var opened = SigapDatabase.OpenAsGuest(database, time);
            return await Import(file, csv, opened, output, errors, cancel);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException or CsvUnreadableException)
        {
            await errors.WriteLineAsync($"{file}: {unreadable.Message}");
            return NothingTaken;
        }
        catch (CannotStartException unusable)
        {
            await errors.WriteLineAsync(unusable.Message);
            return NothingTaken;
        }
        catch (SqliteException failed)
        {
            await errors.WriteLineAsync(
                $"The database stopped the import: {failed.Message}. What was reported as done is kept; run the same command again.");
            return NothingTaken;
        }
    }

    private async Task<int> Import(
        string file, ApplicationCsv csv, SigapDatabase opened, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        var started = time.GetTimestamp();
        var problems = 0;
        var import = new ApplicationImport(
            new SqlApplicationStore(opened),
            ApplicationRules.For(content, time.GetUtcNow()),
            opened.IsGuest ? RowsPerWriteAsGuest : RowsPerWrite);

        var summary = await import.Run(
            csv,
            (line, problem) =>
            {
                if (++problems <= ReportedProblems)
                {
                    errors.WriteLine($"line {line}: {problem}");
                }
            },
            rows => output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows")),
            cancel);

        if (problems > ReportedProblems)
        {
            await errors.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"… and {problems - ReportedProblems:N0} problems more"));
        }

        var seconds = time.GetElapsedTime(started).TotalSeconds;
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"{Path.GetFileName(file)}: {summary.Rows:N0} rows, {summary.Stored:N0} stored, {summary.Older:N0} older than stored, {summary.Bad:N0} bad ({seconds:F1} s)"));
        return summary switch
        {
            { Bad: 0 } => AllTaken,
            _ when summary.Bad == summary.Rows => NothingTaken,
            _ => SomeBad,
        };
    }
}

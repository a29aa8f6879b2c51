using System.Data.Common;
using System.Globalization;
using Sigap.Content;
using Sigap.Host.Storage;

namespace Sigap.Host.Applications;

/// <summary>
/// <c>-- import applications FILE.csv</c>. Works with the service stopped or running. Exit codes: 0 every row was taken
/// over, 2 some rows were bad, 1 nothing could be imported.
/// </summary>
public sealed class ImportCommand(DatabaseOptions database, ContentSet content, TimeProvider time)
{
    /// <summary>For the command's help.</summary>
    public const string Help = """
        Takes over passport applications from a CSV file (UTF-8; comma or semicolon; quoting as in RFC 4180).
        The first line names the columns, in any order; other columns are passed over:
          number      application number, 16 digits
          office      the office's id, as the files under config/offices are called
          birth_date  2026-11-24, 24-11-2026 or 24/11/2026 (day first)
          name        the applicant's name, on one line
          stage       documents-received, interview-and-biometrics, awaiting-payment, verification, adjudication,
                      book-allocated, printing, ready-for-collection, handed-over, documents-missing, suspended,
                      refused, cancelled
          stage_on    the local date the application entered its stage
          ready_on    the local date the passport became ready; may be empty or left out
          updated_at  when the record last changed, with offset from UTC: 2026-11-24T08:30:00+07:00
        Bad rows are reported by line and left out. The same file may be imported again; a record older than the stored
        one changes nothing. The service may be running meanwhile.
        Exit code: 0 every row was taken over, 2 some rows were bad, 1 nothing could be imported.
        """;

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
        catch (OperationCanceledException)
        {
            await errors.WriteLineAsync("Stopped. What was written stays; run the same command again for the rest.");
            return NothingTaken;
        }
        catch (DbException failed)
        {
            await errors.WriteLineAsync(
                $"The database stopped the import: {failed.Message}. What was written stays; run the same command again for the rest.");
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
            $"{Path.GetFileName(file)}: {summary.Rows:N0} rows, {summary.Stored:N0} stored, {summary.Older:N0} older than stored, " +
            $"{summary.Bad:N0} bad ({seconds:F1} s)"));
        return summary switch
        {
            { Bad: 0 } => AllTaken,
            _ when summary.Bad == summary.Rows => NothingTaken,
            _ => SomeBad,
        };
    }
}

using System.Globalization;
using System.Text;
using Sigap.Content;
using Sigap.Host.Startup;

namespace Sigap.Bench.Drill.Crowd;

/// <summary>Gives every applicant of the crowd a passport that is ready, by the import an office uses.</summary>
internal static class DrillApplications
{
    private const string Columns = "number,office,birth_date,name,stage,stage_on,ready_on,updated_at";

    /// <param name="database">Settings of Sigap that say where the database is, as <c>--Database:Provider=postgresql</c>.</param>
    /// <exception cref="BenchProblem">Sigap took over none, or not all.</exception>
    public static async Task Import(
        Citizens citizens, ContentSet content, string[] database, string folder, DateTimeOffset now, CancellationToken cancel)
    {
        var file = new FileInfo(Path.Combine(folder, "applications.csv"));
        await File.WriteAllTextAsync(file.FullName, Csv(citizens, content, now), cancel);
        using var said = new StringWriter();
        if (await Tools.Import(database, file, said, cancel) != 0)
        {
            throw new BenchProblem($"The crowd's applications could not be imported:{Environment.NewLine}{said}");
        }
    }

    public static string Csv(Citizens citizens, ContentSet content, DateTimeOffset now)
    {
        var offices = content.Offices.Values.ToDictionary(office => office.BusinessNumber.Value, office => office.Id.Value);
        var ready = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var updated = now.AddMinutes(-1).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);
        var csv = new StringBuilder(Columns).AppendLine();
        foreach (var citizen in citizens.All)
        {
            csv.AppendLine(string.Join(
                ',', citizen.Application, offices[citizen.Business], CitizenNames.BirthDateInFiles, CitizenNames.NameOf(citizen.Index),
                "ready-for-collection", ready, ready, updated));
        }

        return csv.ToString();
    }
}

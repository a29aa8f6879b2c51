using System.Globalization;
using Sigap.Applications;
using Sigap.Content;
using Sigap.Kernel;

namespace Sigap.Host.Applications;

/// <summary>
/// What makes a draft an application. Dates may be written as 2026-11-24, 24-11-2026 or 24/11/2026 (day first, as in
/// Indonesia); the moment of the last change needs its offset from UTC.
/// </summary>
internal sealed class ApplicationRules(IEnumerable<OfficeId> offices, DateTimeOffset now)
{
    private const int LongestName = 200;
    private static readonly string[] DateFormats = ["yyyy-MM-dd", "dd-MM-yyyy", "dd/MM/yyyy", "d/M/yyyy", "d-M-yyyy"];
    private static readonly string[] MomentFormats =
    [
        "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", "yyyy-MM-dd'T'HH:mmK",
        "yyyy-MM-dd HH:mm:ssK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mmK",
    ];

    private static readonly DateOnly EarliestBirth = new(1900, 1, 1);
    private static readonly DateOnly EarliestStage = new(2000, 1, 1);

    // A clock a little ahead is forgiven; a record from next year would keep every true one out until then.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromHours(1);

    private readonly HashSet<string> _offices = [.. offices.Select(office => office.Value)];

    // The easternmost office is already in tomorrow while UTC is not.
    private readonly DateOnly _latestDate = DateOnly.FromDateTime(now.UtcDateTime.AddHours(14));

    public static ApplicationRules For(ContentSet content, DateTimeOffset now) => new(content.Offices.Keys, now);

    /// <returns>The application, or everything that keeps the draft from being one.</returns>
    public (PassportApplication? Application, IReadOnlyList<FieldProblem> Problems) Check(ApplicationDraft draft)
    {
        var problems = new List<FieldProblem>();
        var number = Number(draft.Number, problems);
        var office = Office(draft.Office, problems);
        var birthDate = Date(ApplicationFields.BirthDate, draft.BirthDate, EarliestBirth, problems);
        var name = Name(draft.Name, problems);
        var stage = Stage(draft.Stage, problems);
        var stageOn = Date(ApplicationFields.StageOn, draft.StageOn, EarliestStage, problems);
        var readyOn = string.IsNullOrWhiteSpace(draft.ReadyOn)
            ? null
            : Date(ApplicationFields.ReadyOn, draft.ReadyOn, EarliestStage, problems);
        var updatedAt = Moment(draft.UpdatedAt, problems);

        if (problems.Count > 0)
        {
            return (null, problems);
        }

        // Offices that have no column for it: the passport is ready since it came into that stage.
        readyOn ??= stage == Sigap.Applications.Stage.ReadyForCollection ? stageOn : null;
        var application = new PassportApplication(
            number!.Value, office!.Value, birthDate!.Value, name!, stage!.Value, stageOn!.Value, readyOn, updatedAt!.Value);
        return (application, []);
    }

    private static ApplicationNumber? Number(string? text, List<FieldProblem> problems)
    {
        var number = ApplicationNumber.Parse(text?.Trim());
        if (number is null)
        {
            problems.Add(text is not null && text.Contains('E', StringComparison.OrdinalIgnoreCase)
                ? new FieldProblem(
                    ApplicationFields.Number, "a spreadsheet has rounded it (1.1E+15)", "format the column as text and export again")
                : new FieldProblem(ApplicationFields.Number, "not 16 digits", "write all 16 digits without spaces or dots"));
        }

        return number;
    }

    private OfficeId? Office(string? text, List<FieldProblem> problems)
    {
        var id = text?.Trim() ?? "";
        if (_offices.Contains(id))
        {
            return new OfficeId(id);
        }

        problems.Add(new FieldProblem(
            ApplicationFields.Office,
            id.Length == 0 ? "empty" : "not an office of this configuration",
            $"write one of {string.Join(", ", _offices.Order(StringComparer.Ordinal))}"));
        return null;
    }

    private DateOnly? Date(string field, string? text, DateOnly earliest, List<FieldProblem> problems)
    {
        if (!DateOnly.TryParseExact(text?.Trim(), DateFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            problems.Add(new FieldProblem(field, string.IsNullOrWhiteSpace(text) ? "empty" : "not a date", "write it as 2026-11-24"));
            return null;
        }

        if (date >= earliest && date <= _latestDate)
        {
            return date;
        }

        problems.Add(date < earliest
            ? new FieldProblem(field, $"before {earliest.Year}", "correct the year")
            : new FieldProblem(field, "in the future", "write a date that has come"));
        return null;
    }

    private static string? Name(string? text, List<FieldProblem> problems)
    {
        var name = text?.Trim() ?? "";
        var problem = name switch
        {
            "" => ("empty", "write the applicant's name"),
            { Length: > LongestName } => ($"longer than {LongestName} characters", "shorten it"),
            _ when name.Contains('\uFFFD') => ("holds characters that are not UTF-8", "export again as UTF-8"),
            _ when name.Any(char.IsControl) => ("holds control characters", "write it on one line"),
            _ => ((string Reason, string Remedy)?)null,
        };
        if (problem is not var (reason, remedy))
        {
            return name;
        }

        problems.Add(new FieldProblem(ApplicationFields.Name, reason, remedy));
        return null;
    }

    private static Stage? Stage(string? text, List<FieldProblem> problems)
    {
        var stage = Stages.Parse(text?.Trim());
        if (stage is null)
        {
            problems.Add(new FieldProblem(
                ApplicationFields.Stage,
                string.IsNullOrWhiteSpace(text) ? "empty" : "not a stage",
                $"write one of {string.Join(", ", Stages.All.Select(known => known.Name()))}"));
        }

        return stage;
    }

    private DateTimeOffset? Moment(string? text, List<FieldProblem> problems)
    {
        const string remedy = "write it with its offset from UTC, as 2026-11-24T08:30:00+07:00";
        var trimmed = text?.Trim() ?? "";
        var isMoment = DateTimeOffset.TryParseExact(
            trimmed, MomentFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment);
        var problem = trimmed switch
        {
            "" => "empty",
            _ when !isMoment => "not a moment",
            _ when !HasOffset(trimmed) => "without offset from UTC",
            _ when moment > now + ClockSkew => "in the future",
            _ when moment.Year < EarliestStage.Year => $"before {EarliestStage.Year}",
            _ => null,
        };
        if (problem is null)
        {
            return moment;
        }

        problems.Add(new FieldProblem(ApplicationFields.UpdatedAt, problem, remedy));
        return null;
    }

    private static bool HasOffset(string text) => text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > "yyyy-MM-ddTHH".Length - 1;
}

using System.ComponentModel;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Sigap.Applications;
using Sigap.Host.Applications;

namespace Sigap.Host.Api;

/// <summary>A passport application as it stands in JSON: the same fields as in the CSV file.</summary>
internal sealed record ApplicationJson(
    [property: JsonPropertyName(ApplicationFields.Number)]
    [property: Description("The application number (nomor permohonan): 16 digits.")]
    string Number,
    [property: JsonPropertyName(ApplicationFields.Office)]
    [property: Description("The office's id in the configuration, for example jakarta-pusat.")]
    string Office,
    [property: JsonPropertyName(ApplicationFields.BirthDate)]
    [property: Description("The applicant's birth date: 1990-08-17.")]
    string BirthDate,
    [property: JsonPropertyName(ApplicationFields.Name)]
    [property: Description("The applicant's name. Only initials are ever shown in a chat.")]
    string Name,
    [property: JsonPropertyName(ApplicationFields.Stage)]
    [property: Description("One of: documents-received, interview-and-biometrics, awaiting-payment, verification, adjudication, " +
        "book-allocated, printing, ready-for-collection, handed-over, documents-missing, suspended, refused, cancelled.")]
    string Stage,
    [property: JsonPropertyName(ApplicationFields.StageOn)]
    [property: Description("The local date the application entered its stage: 2026-11-24.")]
    string StageOn,
    [property: JsonPropertyName(ApplicationFields.ReadyOn)]
    [property: Description("The local date the passport became ready for collection. Left out at ready-for-collection: the same " +
        "as stage_on.")]
    string? ReadyOn,
    [property: JsonPropertyName(ApplicationFields.UpdatedAt)]
    [property: Description("When the record last changed at its source, with offset from UTC: 2026-11-24T08:30:00+07:00. An older " +
        "record never replaces a newer one.")]
    string UpdatedAt)
{
    public static ApplicationJson From(PassportApplication application) => new(
        application.Number.Value,
        application.Office.Value,
        Text(application.BirthDate),
        application.ApplicantName,
        application.Stage.Name(),
        Text(application.StageOn),
        application.ReadyOn is { } ready ? Text(ready) : null,
        application.UpdatedAt.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFK", CultureInfo.InvariantCulture));

    /// <summary>Takes an element apart without judging the values; what is not text is a problem of its own.</summary>
    public static (ApplicationDraft Draft, IReadOnlyList<FieldProblem> Problems) Read(JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            return (new ApplicationDraft(null, null, null, null, null, null, null, null),
                [new FieldProblem("(item)", "not an object", "write an application as {\"number\": …}")]);
        }

        var problems = new List<FieldProblem>();
        var values = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var property in element.EnumerateObject())
        {
            var (value, problem) = Value(property);
            values[property.Name] = value;
            if (problem is not null)
            {
                problems.Add(problem);
            }
        }

        string? Field(string name) => values.GetValueOrDefault(name);
        return (
            new ApplicationDraft(
                Field(ApplicationFields.Number), Field(ApplicationFields.Office), Field(ApplicationFields.BirthDate),
                Field(ApplicationFields.Name), Field(ApplicationFields.Stage), Field(ApplicationFields.StageOn),
                Field(ApplicationFields.ReadyOn), Field(ApplicationFields.UpdatedAt)),
            problems);
    }

    // A misspelt field would otherwise be lost without a word; its name is not repeated, it may be anything.
    private static (string? Value, FieldProblem? Problem) Value(JsonProperty property) =>
        (ApplicationFields.All.Contains(property.Name), property.Value.ValueKind) switch
        {
            (false, _) => (null, new FieldProblem(
                "(other)", "a field that is not known", $"the fields are {string.Join(", ", ApplicationFields.All)}")),
            (_, JsonValueKind.Null) => (null, null),
            (_, JsonValueKind.String) => Text(property),
            _ => (null, new FieldProblem(property.Name, "not text", "write the value in quotes")),
        };

    private static (string? Value, FieldProblem? Problem) Text(JsonProperty property)
    {
        try
        {
            return (property.Value.GetString(), null);
        }
        catch (InvalidOperationException)
        {
            return (null, new FieldProblem(property.Name, "half of a surrogate pair in it", "send valid Unicode"));
        }
    }

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

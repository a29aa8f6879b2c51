namespace Sigap.Host.Applications;

/// <summary>A record as it came in, in a CSV row or a JSON object: all text, nothing checked.</summary>
internal sealed record ApplicationDraft(
    string? Number,
    string? Office,
    string? BirthDate,
    string? Name,
    string? Stage,
    string? StageOn,
    string? ReadyOn,
    string? UpdatedAt)
{
    public override string ToString() => "application draft";
}

/// <param name="Reason">What is wrong, without the value where it is personal.</param>
public sealed record FieldProblem(string Field, string Reason, string Remedy)
{
    public override string ToString() => $"{Field}: {Reason}; {Remedy}";
}

/// <summary>The names of the fields, the same in CSV headers and in JSON.</summary>
internal static class ApplicationFields
{
    public const string Number = "number";
    public const string Office = "office";
    public const string BirthDate = "birth_date";
    public const string Name = "name";
    public const string Stage = "stage";
    public const string StageOn = "stage_on";
    public const string ReadyOn = "ready_on";
    public const string UpdatedAt = "updated_at";

    public static readonly IReadOnlyList<string> All = [Number, Office, BirthDate, Name, Stage, StageOn, ReadyOn, UpdatedAt];

    public static readonly IReadOnlyList<string> Required = [Number, Office, BirthDate, Name, Stage, StageOn, UpdatedAt];
}

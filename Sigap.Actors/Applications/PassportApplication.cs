using Sigap.Kernel;

namespace Sigap.Applications;

/// <summary>A passport application (permohonan) as the office's system last told us.</summary>
/// <param name="StageOn">The local date the application entered its stage.</param>
/// <param name="ReadyOn">The local date the passport became ready for collection: the 30 days run from here.</param>
/// <param name="UpdatedAt">When this record last changed at its source: the age of the data.</param>
public sealed record PassportApplication(
    ApplicationNumber Number,
    OfficeId Office,
    DateOnly BirthDate,
    string ApplicantName,
    Stage Stage,
    DateOnly StageOn,
    DateOnly? ReadyOn,
    DateTimeOffset UpdatedAt)
{
    /// <summary>"Budi Santoso" → "B. S.": the only form of a name that leaves Sigap.</summary>
    public string Initials => string.Join(' ', ApplicantName
        .Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(word => char.IsLetter(word[0]))
        .Take(4)
        .Select(word => $"{char.ToUpperInvariant(word[0])}."));

    public override string ToString() => $"{Number} {Stage}";
}

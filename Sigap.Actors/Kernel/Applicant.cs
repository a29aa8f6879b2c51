namespace Sigap.Kernel;

/// <summary>
/// Who writes to us: a phone in <c>wa_id</c> form (digits only), a business-scoped user id, or both. At least one is
/// there. Prints masked.
/// </summary>
public sealed record Applicant
{
    private Applicant(string? phone, string? scopedId)
    {
        Phone = phone;
        ScopedId = scopedId;
    }

    public string? Phone { get; }

    public string? ScopedId { get; }

    /// <summary>What names this applicant: the phone where there is one, else the scoped id.</summary>
    public string Key => Phone ?? ScopedId!;

    /// <summary>
    /// Null when neither is usable. A value with letters or a dot in the phone's place is a scoped id: some senders
    /// put it there.
    /// </summary>
    public static Applicant? From(string? phone, string? scopedId)
    {
        var digits = Blank(phone);
        var scoped = Blank(scopedId);
        if (digits is not null && !digits.All(char.IsAsciiDigit))
        {
            scoped ??= digits;
            digits = null;
        }

        return digits is null && scoped is null ? null : new Applicant(digits, scoped);
    }

    public override string ToString() => Phone is null ? "applicant(scoped id)" : "applicant(phone)";

    private static string? Blank(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}

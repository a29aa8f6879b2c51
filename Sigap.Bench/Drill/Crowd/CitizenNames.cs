using System.Globalization;
using System.Text.RegularExpressions;

namespace Sigap.Bench.Drill.Crowd;

/// <summary>What belongs to the crowd's people, invented so that it is found again wherever it should not be.</summary>
internal static partial class CitizenNames
{
    public const string FamilyName = "Suryaningsih";
    public const string BirthDate = "17-08-1990";
    public const string BirthDateInFiles = "1990-08-17";

    private const string PhonePrefix = "62814";

    /// <summary>As WhatsApp writes it: digits only.</summary>
    public static string PhoneOf(int index) => string.Create(CultureInfo.InvariantCulture, $"{PhonePrefix}{index:D8}");

    public static string NameOf(int index) => string.Create(CultureInfo.InvariantCulture, $"Wiratmi {FamilyName} {index}");

    public static string ApplicationOf(string officeCode, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{officeCode}7{index:D11}");

    /// <returns>Null for a phone of somebody else.</returns>
    public static int? IndexOf(string phone) =>
        phone.TrimStart('+') is { Length: 13 } digits && digits.StartsWith(PhonePrefix, StringComparison.Ordinal)
        && int.TryParse(digits.AsSpan(PhonePrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            ? index
            : null;

    /// <summary>The name of the kind of personal data a text holds; null when it holds none.</summary>
    public static string? PersonalIn(string text) => text switch
    {
        _ when Phones().IsMatch(text) => "a phone number",
        _ when text.Contains(FamilyName, StringComparison.OrdinalIgnoreCase) => "a name",
        _ when Applications().IsMatch(text) => "an application number",
        _ when text.Contains(BirthDate, StringComparison.Ordinal) || text.Contains(BirthDateInFiles, StringComparison.Ordinal) => "a birth date",
        _ when KnownQuestions.All.Any(question => question.Text.Length > 8 && text.Contains(question.Text, StringComparison.OrdinalIgnoreCase)) =>
            "the text of a message",
        _ => null,
    };

    [GeneratedRegex(@"62814\d{8}")]
    private static partial Regex Phones();

    [GeneratedRegex(@"(1106|1207|1308)7\d{11}")]
    private static partial Regex Applications();
}

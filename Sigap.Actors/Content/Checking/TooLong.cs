using Sigap.Kernel;

namespace Sigap.Content.Checking;

/// <summary>How a text that does not fit is reported: with its length, the limit, and a shorter form to begin with.</summary>
internal static class TooLong
{
    /// <param name="written">The text, when it is short enough to show how it would look cut.</param>
    public static string Message(string name, int length, int most, string? written, OfficeId office)
    {
        var variables = written?.Contains('{') is not false ? $" with the longest values (office {office})" : "";
        var example = written is null || written.Contains('{') ? "" : $" to e.g. '{Shorter(written, most)}'";

        return $"{name} has {length} characters{variables}, at most {most}; shorten it{example}";
    }

    /// <summary>Whole words as far as they fit.</summary>
    private static string Shorter(string text, int most)
    {
        var space = text.LastIndexOf(' ', Math.Min(most, text.Length - 1));

        return space > most / 2 ? text[..space] : PlainWords.Cut(text, most);
    }
}

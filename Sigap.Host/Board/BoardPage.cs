using System.Globalization;
using System.Net;
using Sigap.Content;
using Sigap.Kernel;

namespace Sigap.Host.Board;

/// <summary>The first HTML of a board, with what it shows already in it.</summary>
internal static class BoardPage
{
    public const string Folder = "Sigap.Host.Board.Page";

    private static readonly string Template = Read("board.html");
    private static readonly string Elsewhere = Read("elsewhere.html");

    /// <summary>Changes with the program: an open board then loads itself anew.</summary>
    public static readonly string Build = typeof(BoardPage).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..12];

    public static string Of(Office office, BoardShot shot, DateTimeOffset now) => Filled(Template, new()
    {
        ["office"] = office.Id.Value,
        ["name"] = office.Name.Indonesian,
        ["english"] = office.Name.English,
        ["zone"] = office.ZoneName,
        ["offset"] = office.UtcOffset.TotalMinutes.ToString("0", CultureInfo.InvariantCulture),
        ["clock"] = CalendarWords.Time(TimeOnly.FromDateTime(office.Local(now).DateTime), LanguageCode.Indonesian),
        ["now"] = now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        ["build"] = Build,
        ["scene"] = shot.Id,
        ["live"] = shot.IsLive ? "true" : "false",
    }).Replace("{{hall}}", shot.Html, StringComparison.Ordinal);

    /// <summary>Where the boards are, for who has mistyped the office.</summary>
    public static string List(IEnumerable<Office> offices) => Elsewhere.Replace(
        "{{offices}}",
        string.Concat(offices.OrderBy(office => office.Id.Value, StringComparer.Ordinal).Select(Link)),
        StringComparison.Ordinal);

    private static string Link(Office office) =>
        $"""<li><a href="/board/{WebUtility.HtmlEncode(office.Id.Value)}">{WebUtility.HtmlEncode(office.Name.Indonesian)}</a></li>""";

    private static string Filled(string template, Dictionary<string, string> values) => values.Aggregate(
        template,
        (text, value) => text.Replace("{{" + value.Key + "}}", WebUtility.HtmlEncode(value.Value), StringComparison.Ordinal));

    private static string Read(string file)
    {
        using var reader = new StreamReader(typeof(BoardPage).Assembly.GetManifestResourceStream($"{Folder}.{file}")!);
        return reader.ReadToEnd();
    }
}

using System.Net;
using System.Text.RegularExpressions;

namespace Sigap.Host.WhatsApp;

/// <summary>Checks the settings. A message names the setting and the remedy; the value only where it is no secret.</summary>
internal static partial class WhatsAppOptionsCheck
{
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(2);
    private const int MostInFlight = 10_000;
    private const int MostApplicantsAtOnce = 1_000;

    public static IReadOnlyList<string> Problems(WhatsAppOptions options) =>
    [
        .. Secret("AppSecret", options.AppSecret, "the app secret from the app's dashboard, \"App settings, Basic\""),
        .. Secret("VerifyToken", options.VerifyToken, "a word of your own, and the same one in the dashboard"),
        .. Secret("AccessToken", options.AccessToken, "a system user's token with the permission whatsapp_business_messaging"),
        .. options.PreviousAppSecret is { Length: > 0 } previous
            ? Secret("PreviousAppSecret", previous, "the app secret used until now, or leave it out")
            : [],
        .. Address(options.GraphUrl),
        .. options.GraphVersion is { } version && Version().IsMatch(version)
            ? Array.Empty<string>()
            : [$"WhatsApp:GraphVersion is \"{options.GraphVersion}\", which is no version; write for example v25.0"],
        .. Between("SendTimeout", options.SendTimeout, TimeSpan.FromSeconds(1), LongestTimeout),
        .. Between("ConnectTimeout", options.ConnectTimeout, TimeSpan.FromMilliseconds(100), LongestTimeout),
        .. Between("MaxInFlight", options.MaxInFlight, 1, MostInFlight),
        .. Between("MaxApplicantsAtOnce", options.MaxApplicantsAtOnce, 1, MostApplicantsAtOnce),
    ];

    private static IEnumerable<string> Secret(string name, string? value, string remedy)
    {
        if (string.IsNullOrEmpty(value))
        {
            yield return $"WhatsApp:{name} is not set; write {remedy}";
        }
        else if (value.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter)))
        {
            yield return $"WhatsApp:{name} contains white space or line ends, which none has; copy it again: {remedy}";
        }
    }

    private static IEnumerable<string> Address(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            yield return $"WhatsApp:GraphUrl is not set; write {WhatsAppOptions.PublicGraphUrl}";
        }
        else if (!Uri.TryCreate(value, UriKind.Absolute, out var url)
            || url.Scheme is not ("https" or "http")
            || url.Query.Length > 0)
        {
            yield return $"WhatsApp:GraphUrl is \"{value}\", which is no web address; write {WhatsAppOptions.PublicGraphUrl}";
        }
        else if (url.Scheme == "http" && !IsNearby(url))
        {
            yield return $"WhatsApp:GraphUrl is \"{value}\": the access token would travel unencrypted; write https://";
        }
    }

    /// <summary>This machine, or a name or address inside one's own network.</summary>
    private static bool IsNearby(Uri url) =>
        url.IsLoopback || IPAddress.TryParse(url.DnsSafeHost, out _) || !url.Host.Contains('.', StringComparison.Ordinal);

    private static IEnumerable<string> Between<T>(string name, T value, T least, T most)
        where T : IComparable<T>
    {
        if (value.CompareTo(least) < 0 || value.CompareTo(most) > 0)
        {
            yield return $"WhatsApp:{name} is {value}; write a value from {least} to {most}";
        }
    }

    [GeneratedRegex(@"\Av[0-9]{1,3}\.[0-9]{1,2}\z")]
    private static partial Regex Version();
}

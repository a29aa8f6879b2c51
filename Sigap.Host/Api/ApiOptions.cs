using System.Text.RegularExpressions;

namespace Sigap.Host.Api;

/// <summary>Who may use the REST API: section <c>Api</c>. Without keys nobody may.</summary>
public sealed partial class ApiOptions
{
    public const string Section = "Api";

    public IList<ApiKeyOption> Keys { get; set; } = [];

    /// <returns>One sentence per problem: the setting, its value, the remedy. Empty when all is well.</returns>
    public IReadOnlyList<string> Validate() => [.. Keys.SelectMany(Problems)];

    // The hash is no secret worth hiding, but a key pasted in its place would be: it is not repeated.
    private static IEnumerable<string> Problems(ApiKeyOption key, int index)
    {
        if (string.IsNullOrWhiteSpace(key.Name))
        {
            yield return $"{Section}:Keys:{index}:Name is empty. Write who uses this key, for example \"office system\".";
        }

        if (key.Sha256 is null || !Sha256Hex().IsMatch(key.Sha256))
        {
            yield return $"{Section}:Keys:{index}:Sha256 is not 64 hexadecimal digits. Write the SHA-256 of the key: " +
                "printf %s KEY | sha256sum";
        }
    }

    [GeneratedRegex("^[0-9a-fA-F]{64}$", RegexOptions.CultureInvariant)]
    private static partial Regex Sha256Hex();
}

/// <summary>One user of the API. The key itself is kept by the user alone.</summary>
public sealed class ApiKeyOption
{
    public string? Name { get; set; }

    /// <summary>The SHA-256 of the key, in hexadecimal.</summary>
    public string? Sha256 { get; set; }
}

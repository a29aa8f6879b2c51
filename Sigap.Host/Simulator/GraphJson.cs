using System.Text.Json;

namespace Sigap.Host.Simulator;

/// <summary>Reading what a client of the Graph API sent, never throwing for its shape.</summary>
internal static class GraphJson
{
    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null
            ? member
            : null;

    public static string? Text(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    public static IReadOnlyList<JsonElement> Items(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.Array } items ? [.. items.EnumerateArray()] : [];

    /// <summary>A text that must be there (unless not required), not blank and within the limit, counted in UTF-16 units.</summary>
    public static GraphProblem? Limit(this JsonElement? value, string name, int limit, bool required = true)
    {
        if (value is not { } given)
        {
            return required ? GraphProblem.Missing(name) : null;
        }

        if (given.ValueKind != JsonValueKind.String)
        {
            return GraphProblem.Value($"{name} must be a text.");
        }

        var length = given.GetString()!.Length;
        return string.IsNullOrWhiteSpace(given.GetString()) && required ? GraphProblem.Value($"{name} must not be empty.")
            : length > limit ? GraphProblem.Value($"{name} may have {limit} characters, has {length}.")
            : null;
    }
}

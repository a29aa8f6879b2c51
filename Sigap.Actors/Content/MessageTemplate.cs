using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Sigap.Kernel;

namespace Sigap.Content;

/// <summary>A text that Meta approved for a node: what is sent of it outside the 24 hours.</summary>
/// <param name="Name">As it was submitted.</param>
/// <param name="Parameters">Names of the node's values, or of the office's, that stand for {{1}}, {{2}} and so on.</param>
/// <param name="Buttons">Ids of the node's options, in the order of the quick replies.</param>
public sealed record MessageTemplate(
    string Node,
    string Name,
    ImmutableArray<string> Parameters,
    ImmutableArray<string> Buttons,
    ImmutableDictionary<LanguageCode, TemplateText> Texts)
{
    public const string Category = "utility";
}

/// <param name="Buttons">Titles of the quick replies.</param>
/// <param name="Examples">A value for each parameter: Meta asks for them at submission.</param>
public sealed partial record TemplateText(string Body, ImmutableArray<string> Buttons, ImmutableArray<string> Examples)
{
    /// <summary>The text with its parameters put in; a parameter that is not given stays as it is written.</summary>
    public string Fill(ImmutableArray<string> parameters) => Variable().Replace(
        Body,
        found => int.Parse(found.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture) is var number
            && number >= 1 && number <= parameters.Length
                ? parameters[number - 1]
                : found.Value);

    [GeneratedRegex(@"\{\{([0-9]{1,2})\}\}", RegexOptions.CultureInvariant)]
    internal static partial Regex Variable();
}

using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Sigap.Content;
using Sigap.Transport;

namespace Sigap.Conversations;

/// <summary>Words a reply as the template that was approved for its node.</summary>
internal static partial class TemplateWording
{
    /// <summary>Meta takes no empty parameter.</summary>
    private const string Nothing = "-";

    /// <summary>Null when the reply says more than one node, or its node has no template.</summary>
    public static OutboundBody.Template? Render(ContentSet content, Office office, OwedReply owed)
    {
        if (owed.Reply.Parts is not [var part]
            || !content.Templates.TryGetValue(part.Node, out var template)
            || !template.Texts.TryGetValue(owed.Language, out var text))
        {
            return null;
        }

        var standard = new StandardValues(content, office, owed.Language, office.LocalDate(owed.DecidedAt));
        ImmutableArray<string> parameters =
            [.. template.Parameters.Select(name => Plain(part.Values.GetValueOrDefault(name) ?? standard.Of(name)))];
        return new OutboundBody.Template(
            text.Fill(parameters),
            template.Name,
            owed.Language,
            parameters,
            [.. template.Buttons.Zip(text.Buttons, (option, title) =>
                new OutboundOption(new OptionWire(content.Version, part.Node, option).ToString(), title))]);
    }

    /// <summary>On one line, without runs of spaces: Meta refuses both in a parameter.</summary>
    private static string Plain(string? value) =>
        value is null || Spaces().Replace(PlainWords.Neutral(value), " ") is not { Length: > 0 } plain ? Nothing : plain;

    [GeneratedRegex(" {2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}

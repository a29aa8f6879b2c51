using System.Collections.Immutable;
using Sigap.Kernel;

namespace Sigap.Content.Loading;

/// <summary><c>config/templates.yaml</c>: which node leaves as which approved template when the 24 hours are over.</summary>
internal static class TemplateFile
{
    public static void Read(YamlMap map, Draft draft)
    {
        map.Provenance(draft.Today);
        foreach (var entry in map.Maps("templates", "- {node: notice.collection, name: sigap_collection, category: utility, …}"))
        {
            ReadTemplate(entry, draft);
        }

        map.NothingElse();
    }

    private static void ReadTemplate(YamlMap entry, Draft draft)
    {
        var node = entry.Required("node");
        var name = entry.Required("name");
        var category = entry.Required("category");
        var parameters = Parameters(entry);
        var buttons = entry.Items("buttons", required: false).Select(item => item.Text ?? "").ToImmutableArray();
        var texts = ImmutableDictionary.CreateBuilder<LanguageCode, TemplateText>();
        var places = new Dictionary<LanguageCode, Place>();
        foreach (var language in LanguageCodes.All)
        {
            if (entry.Map(language.Code()) is { } text && text.Required("body") is { } body)
            {
                texts[language] = new TemplateText(
                    body,
                    [.. text.Items("buttons", required: false).Select(item => item.Text ?? "")],
                    [.. parameters.Select(parameter =>
                        language == LanguageCode.English ? parameter.English : parameter.Indonesian)]);
                places[language] = text.PlaceOf("body");
                text.NothingElse();
            }
        }

        entry.NothingElse();
        if (category is not null and not MessageTemplate.Category)
        {
            draft.Findings.Error(entry.PlaceOf("category"),
                $"'category' is '{category}'; write '{MessageTemplate.Category}': these messages follow from what an applicant asked for");
        }

        if (node is null || name is null || texts.Count < LanguageCodes.All.Count)
        {
            return;
        }

        var template = new MessageTemplate(
            node, name, [.. parameters.Select(parameter => parameter.Value)], buttons, texts.ToImmutable());
        if (!draft.Templates.TryAdd(node, new TemplateDraft(template, entry.Place, entry.PlaceOf("name"), places)))
        {
            draft.Findings.Error(entry.PlaceOf("node"), $"the node '{node}' has a template already; keep one");
        }
    }

    private static List<(string Value, string Indonesian, string English)> Parameters(YamlMap entry)
    {
        var parameters = new List<(string, string, string)>();
        const string example = "- {value: date, id: \"Selasa, 24 November 2026\", en: \"Tuesday, 24 November 2026\"}";
        foreach (var item in entry.Maps("parameters", example, required: false))
        {
            parameters.Add((item.Required("value") ?? "", item.Required("id") ?? "", item.Required("en") ?? ""));
            item.NothingElse();
        }

        return parameters;
    }
}

/// <param name="Bodies">Where the body of each language stands.</param>
internal sealed record TemplateDraft(
    MessageTemplate Template, Place Place, Place NamePlace, IReadOnlyDictionary<LanguageCode, Place> Bodies);

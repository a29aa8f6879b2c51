using System.Globalization;
using Sigap.Content.Loading;
using Sigap.Kernel;

namespace Sigap.Content.Checking;

/// <summary>Every template is one that Meta can approve, and that its node can fill.</summary>
internal static class TemplateCheck
{
    private static readonly IReadOnlyDictionary<string, ContentKey> Keys = ContentKeys.Nodes.ToDictionary(key => key.Id);

    public static void Run(Draft draft, ContentSet content)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var template in draft.Templates.Values)
        {
            CheckName(draft, template, names);
            CheckNode(draft, content, template);
            foreach (var (language, place) in template.Bodies)
            {
                CheckBody(draft, content, template.Template, language, place);
                CheckButtons(draft, template.Template, language, place);
            }
        }
    }

    private static void CheckName(Draft draft, TemplateDraft template, HashSet<string> names)
    {
        var name = template.Template.Name;
        if (name.Length > WhatsAppLimits.TemplateName || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
        {
            draft.Findings.Error(template.NamePlace,
                $"the template name '{name}' may have only a-z, 0-9, '_' and at most {WhatsAppLimits.TemplateName} characters");
        }

        if (!names.Add(name))
        {
            draft.Findings.Error(template.NamePlace, $"the template name '{name}' appears twice; give each its own");
        }
    }

    private static void CheckNode(Draft draft, ContentSet content, TemplateDraft draftTemplate)
    {
        var template = draftTemplate.Template;
        if (!Keys.TryGetValue(template.Node, out var key))
        {
            draft.Findings.Error(
                draftTemplate.Place, $"no dialogue says the node '{template.Node}'.{Suggest.Near(template.Node, Keys.Keys)}");
            return;
        }

        if (content.Offices.Values.FirstOrDefault() is { } office)
        {
            var standard = new StandardValues(content, office, LanguageCode.Indonesian, draft.Today);
            foreach (var name in template.Parameters.Where(name => !key.LongestValues.ContainsKey(name) && standard.Of(name) is null))
            {
                draft.Findings.Error(draftTemplate.Place,
                    $"'{template.Node}' has no value '{name}'; "
                    + $"known: {string.Join(", ", key.LongestValues.Keys.Concat(StandardValues.OfficeNames))}");
            }
        }

        var node = content.Texts[LanguageCode.Indonesian].Nodes.GetValueOrDefault(template.Node);
        var options = node?.Options.Select(option => option.Id).ToList() ?? [];
        foreach (var button in template.Buttons.Where(button => !options.Contains(button)))
        {
            draft.Findings.Error(draftTemplate.Place,
                $"'{template.Node}' has no option '{button}'; known: {string.Join(", ", options)}");
        }

        if (template.Buttons.Length > WhatsAppLimits.Buttons)
        {
            draft.Findings.Error(draftTemplate.Place,
                $"the template of '{template.Node}' has {template.Buttons.Length} buttons, at most {WhatsAppLimits.Buttons}; keep the most useful");
        }
    }

    private static void CheckBody(Draft draft, ContentSet content, MessageTemplate template, LanguageCode language, Place place)
    {
        var body = template.Texts[language].Body;
        var variables = TemplateText.Variable().Matches(body);
        var numbers = variables.Select(found => int.Parse(found.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)).ToList();
        if (!numbers.Distinct().Order().SequenceEqual(Enumerable.Range(1, template.Parameters.Length)))
        {
            draft.Findings.Error(
                place,
                $"the body uses the variables {Names(numbers)}, but there are {template.Parameters.Length} parameters; "
                + "number them from {{1}} without gaps, one for each parameter");
        }

        if (variables.Any(found => found.Index == 0 || found.Index + found.Length == body.Length))
        {
            draft.Findings.Error(place, "the body begins or ends with a variable, which Meta refuses; put words around it");
        }

        if (variables.Zip(variables.Skip(1)).Any(pair =>
            string.IsNullOrWhiteSpace(body[(pair.First.Index + pair.First.Length)..pair.Second.Index])))
        {
            draft.Findings.Error(place, "two variables of the body stand side by side, which Meta refuses; put words between them");
        }

        if (TemplateText.Variable().Replace(body, "") is var rest && rest.AsSpan().IndexOfAny('{', '}') >= 0)
        {
            draft.Findings.Error(place, "the body has a brace that belongs to no variable; write {{1}}, {{2}}, or remove it");
        }

        foreach (var office in content.Offices.Values)
        {
            var longest = new LongestValues(content, office, language);
            var filled = template.Texts[language].Fill(
                [.. template.Parameters.Select(name => longest.InNode(template.Node, $"{{{name}}}"))]);
            if (filled.Length > WhatsAppLimits.TemplateBody)
            {
                draft.Findings.Error(place, TooLong.Message("the body", filled.Length, WhatsAppLimits.TemplateBody, null, office.Id));
                return;
            }
        }
    }

    private static void CheckButtons(Draft draft, MessageTemplate template, LanguageCode language, Place place)
    {
        var titles = template.Texts[language].Buttons;
        if (titles.Length != template.Buttons.Length)
        {
            draft.Findings.Error(
                place, $"{template.Buttons.Length} buttons are named, but {titles.Length} have a title in {language}; give each one");
        }

        if (titles.Distinct(StringComparer.OrdinalIgnoreCase).Count() != titles.Length)
        {
            draft.Findings.Error(place, "two buttons have the same title; give each its own");
        }

        foreach (var title in titles.Where(title => title.Length is 0 or > WhatsAppLimits.TemplateButton))
        {
            draft.Findings.Error(
                place, $"the button '{title}' has {title.Length} characters, from 1 to {WhatsAppLimits.TemplateButton} are allowed");
        }
    }

    private static string Names(List<int> numbers) =>
        numbers.Count == 0 ? "(none)" : string.Join(", ", numbers.Select(number => $"{{{{{number}}}}}"));
}

using System.Collections.Immutable;

namespace Sigap.Content.Loading;

/// <summary><c>config/requirements.yaml</c>: which questions are asked and which items follow.</summary>
internal static class RequirementsFile
{
    private const int MostQuestions = 3;

    public static void Read(YamlMap map, Draft draft)
    {
        foreach (var entry in map.Maps("kinds", "- id: renewal, with questions, items and notes below"))
        {
            var id = entry.Required("id");
            var questions = Questions(entry);
            var items = Lines(entry, "items", questions);
            var notes = Lines(entry, "notes", questions);
            var provenance = entry.Provenance(draft.Today);
            entry.NothingElse();

            if (id is not null && !Ids.IsOption(id))
            {
                draft.Findings.Error(entry.PlaceOf("id"), $"the id '{id}' may have only a-z, 0-9 and '-'");
            }
            else if (id is not null && provenance is not null
                && !draft.Requirements.TryAdd(id, (new RequirementKind(id, questions, items, notes, provenance), entry.Place)))
            {
                draft.Findings.Error(entry.Place, $"the kind '{id}' is listed twice; keep one");
            }
        }

        map.NothingElse();

        if (draft.Requirements.Count > WhatsAppLimits.Rows)
        {
            draft.Findings.Error(map.PlaceOf("kinds"), $"there are {draft.Requirements.Count} kinds, but a list has {WhatsAppLimits.Rows} rows; join some");
        }
    }

    private static ImmutableArray<string> Questions(YamlMap entry)
    {
        var questions = ImmutableArray.CreateBuilder<string>();

        foreach (var item in entry.Items("questions", required: false))
        {
            if (item.Text is not { } question || !Ids.IsOption(question))
            {
                entry.Findings.Error(item.Place, "a question is the id of a yes/no question, for example had-passport");
            }
            else if (questions.Contains(question))
            {
                entry.Findings.Error(item.Place, $"the question '{question}' is listed twice; keep one");
            }
            else
            {
                questions.Add(question);
            }
        }

        if (questions.Count > MostQuestions)
        {
            entry.Findings.Error(entry.PlaceOf("questions"), $"{questions.Count} questions, at most {MostQuestions}; people give up after that");
        }

        return questions.ToImmutable();
    }

    private static ImmutableArray<RequirementLine> Lines(YamlMap entry, string key, ImmutableArray<string> questions)
    {
        var lines = ImmutableArray.CreateBuilder<RequirementLine>();

        foreach (var item in entry.Items(key, required: false))
        {
            var id = item.Text ?? item.Map?.Required("id");
            var when = item.Map is { } map ? When(map, questions) : ImmutableDictionary<string, bool>.Empty;

            if (id is null || !Ids.IsOption(id))
            {
                entry.Findings.Error(item.Place, $"a line of '{key}' is an id, or {{id: …, when: {{question: yes}}}}");
            }
            else if (lines.Any(line => line.Id == id && SameConditions(line.When, when)))
            {
                entry.Findings.Error(item.Place, $"'{id}' is listed twice; keep one");
            }
            else
            {
                lines.Add(new RequirementLine(id, when));
            }
        }

        return lines.ToImmutable();
    }

    private static ImmutableDictionary<string, bool> When(YamlMap line, ImmutableArray<string> questions)
    {
        var conditions = ImmutableDictionary.CreateBuilder<string, bool>();

        if (line.Map("when", required: false) is { } when)
        {
            foreach (var question in when.Keys)
            {
                if (!questions.Contains(question))
                {
                    line.Findings.Error(when.PlaceOf(question),
                        $"'{question}' is not among the questions of this kind ({string.Join(", ", questions)}).{Suggest.Near(question, questions)}");
                }

                if (when.Parsed<bool>(question, YamlMap.YesNo, "'yes' or 'no'") is { } answer)
                {
                    conditions[question] = answer;
                }
            }
        }

        line.NothingElse();

        return conditions.ToImmutable();
    }

    private static bool SameConditions(ImmutableDictionary<string, bool> one, ImmutableDictionary<string, bool> other) =>
        one.Count == other.Count && one.All(condition => other.TryGetValue(condition.Key, out var value) && value == condition.Value);
}

using Sigap.Content;
using Sigap.Kernel;

namespace Sigap.Language;

/// <summary>Checks the vocabulary by itself and against the content: every topic must lead to a text or a kind of application.</summary>
public sealed class VocabularyCheck : IConfigCheck
{
    private const string RequirementsTopic = "@requirements:";

    public IEnumerable<Finding> Check(string folder, ContentSet content)
    {
        var loaded = VocabularyLoader.Load(folder);

        return loaded.Findings.Concat(Check(loaded.Vocabulary, content));
    }

    public static IEnumerable<Finding> Check(Vocabulary vocabulary, ContentSet content) =>
        from topic in vocabulary.Topics
        let problem = Problem(topic.Topic, content)
        where problem is not null
        select new Finding(topic.File, topic.Line, Severity.Error, $"the topic '{topic.Topic}' {problem}");

    private static string? Problem(string topic, ContentSet content)
    {
        if (topic.StartsWith(RequirementsTopic, StringComparison.Ordinal))
        {
            return content.Requirements.ContainsKey(topic[RequirementsTopic.Length..])
                ? null
                : "is no kind of application; write an id of requirements.yaml";
        }

        if (topic.StartsWith('@'))
        {
            return topic[1..].Split(':', 2) is ["pickup", var place]
                    ? PickupNodes.Arguments.Contains(place) ? null : $"leads nowhere; write one of {PickupNodes.ArgumentNames}"
                : ContentKeys.Dialogues.Contains(topic[1..]) ? null : $"is no dialogue; write one of {string.Join(", ", ContentKeys.Dialogues.Order())}";
        }

        return LanguageCodes.All.All(language => content.Texts.TryGetValue(language, out var texts) && texts.Nodes.ContainsKey(topic))
            ? null
            : "is no node of every language; write the id of a text, or add the text";
    }
}

using System.Collections.Immutable;
using Sigap.Content;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Conversations;

/// <summary>
/// Renders a decided reply. The journal keeps ids (a stage, the items of a checklist); the words for them are put in here,
/// when it is sent.
/// </summary>
public static class Wording
{
    public const string Kind = "kind";
    public const string Items = "items";
    public const string Notes = "notes";
    public const string StageName = "stage";
    public const string IsOverdue = "overdue";
    public const string Papers = "papers";

    /// <summary>The bubble that may leave: outside the window only an approved template may, and null where there is none for it.</summary>
    public static OutboundBody? Letter(ContentSet content, Office office, OwedReply owed, bool isWindowOpen) =>
        isWindowOpen ? Render(content, office, owed) : TemplateWording.Render(content, office, owed);

    public static OutboundBody Render(ContentSet content, Office office, OwedReply owed)
    {
        ArgumentNullException.ThrowIfNull(owed);
        return Renderer.Render(content, office, owed.Language, owed.DecidedAt, Spelled(content, office, owed));
    }

    /// <summary>Whether it can be said in one bubble without a cut.</summary>
    internal static bool Fits(ContentSet content, Office office, OwedReply owed) =>
        Renderer.Fits(content, office, owed.Language, owed.DecidedAt, Spelled(content, office, owed));

    private static Reply Spelled(ContentSet content, Office office, OwedReply owed)
    {
        var words = new Words(content, office, owed.Language);
        return owed.Reply with { Parts = [.. owed.Reply.Parts.Select(words.Spell)] };
    }

    private sealed class Words(ContentSet content, Office office, LanguageCode language)
    {
        public Part Spell(Part part) => part.Node switch
        {
            "requirements.checklist" => part with { Values = Requirements(part.Values) },
            "status.result" => part with { Values = Status(part.Values) },
            _ when part.Values.ContainsKey(Papers) => part with { Values = part.Values.SetItem(Papers, ToBring(part.Values)) },
            _ => part,
        };

        private ImmutableSortedDictionary<string, string> Requirements(ImmutableSortedDictionary<string, string> values) => values
            .SetItem("title", Phrase($"requirements.kind.{values.GetValueOrDefault(Kind)}"))
            .SetItem(Items, Checklist.Items(content, office, language, Ids(values, Items)))
            .SetItem(Notes, Checklist.Notes(content, office, language, Ids(values, Notes)));

        private ImmutableSortedDictionary<string, string> Status(ImmutableSortedDictionary<string, string> values)
        {
            var stage = values.GetValueOrDefault(StageName);
            var next = values.ContainsKey(IsOverdue) ? "overdue" : "next";
            return values
                .SetItem(StageName, Phrase($"stage.{stage}.label"))
                .SetItem("meaning", Phrase($"stage.{stage}.meaning"))
                .SetItem("next", Phrase($"stage.{stage}.{next}"));
        }

        private string ToBring(ImmutableSortedDictionary<string, string> values) =>
            string.Join('\n', Ids(values, Papers).Select(id => Phrase($"booking.papers.{id}")));

        /// <summary>Empty when the phrase has gone since: a sentence less is better than no answer.</summary>
        private string Phrase(string id) => content.PhraseOrNull(language, office.Id, id) ?? "";

        private static string[] Ids(ImmutableSortedDictionary<string, string> values, string name) =>
            values.GetValueOrDefault(name, "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}

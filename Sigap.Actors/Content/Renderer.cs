using System.Collections.Immutable;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Content;

/// <summary>Turns a decided reply into a bubble within WhatsApp's limits. Pure: the same input gives the same bubble.</summary>
public static class Renderer
{
    /// <summary>Values that are texts of our own, of several lines and with markup and variables; all others are made harmless.</summary>
    private static readonly ImmutableHashSet<string> Blocks = ["items", "notes", "stage", "meaning", "next", "seats", "papers"];

    /// <param name="now">Decides what "today" and "next opening" mean.</param>
    public static OutboundBody Render(ContentSet content, Office office, LanguageCode language, DateTimeOffset now, Reply reply) =>
        Compose(content, office, language, now, reply).Fit();

    /// <summary>Whether nothing of it must be cut.</summary>
    public static bool Fits(ContentSet content, Office office, LanguageCode language, DateTimeOffset now, Reply reply) =>
        Compose(content, office, language, now, reply).PlainText.Length <= WhatsAppLimits.PlainText;

    private static Bubble Compose(ContentSet content, Office office, LanguageCode language, DateTimeOffset now, Reply reply)
    {
        var said = new Saying(content, office, language, office.LocalDate(now));
        var parts = said.Known(reply.Parts);
        var offers = reply.Options.IsDefault ? [] : reply.Options;

        // The content has changed since this was decided: the menu is the way on.
        if (parts.IsEmpty && content.Node(language, office.Id, "menu") is { } menu)
        {
            parts = [(menu, Nothing)];
            offers = [.. menu.Options.Select(option => new Offer(menu.Id, option.Id))];
        }

        var text = string.Join("\n\n", parts.Select(part => said.Text(part.Node.Text, part.Values)).Where(line => line.Length > 0));

        return new Bubble(
            string.IsNullOrWhiteSpace(text) ? office.ShortName.In(language) : text,
            parts.Select(part => said.Line(part.Node.Header, part.Values)).FirstOrDefault(header => header is not null),
            parts.Select(part => said.Line(part.Node.Footer, part.Values)).LastOrDefault(footer => footer is not null),
            parts.Select(part => said.Line(part.Node.ListButton, part.Values)).LastOrDefault(button => button is not null)
                ?? said.Phrase("list.button") ?? office.ShortName.In(language),
            said.Phrase("digits.hint") ?? "",
            said.Options(offers, parts));
    }

    /// <summary>A phrase with its variables filled; empty when there is no such phrase (any more).</summary>
    public static string Phrase(
        ContentSet content,
        Office office,
        LanguageCode language,
        DateTimeOffset now,
        string id,
        ImmutableSortedDictionary<string, string>? values = null)
    {
        var said = new Saying(content, office, language, office.LocalDate(now));

        return content.PhraseOrNull(language, office.Id, id) is { } phrase ? said.Text(phrase, values ?? Nothing) : "";
    }

    private static readonly ImmutableSortedDictionary<string, string> Nothing =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>One office speaking one language on one day.</summary>
    private sealed class Saying(ContentSet content, Office office, LanguageCode language, DateOnly today)
    {
        private readonly StandardValues _standard = new(content, office, language, today);

        public ImmutableArray<(Node Node, ImmutableSortedDictionary<string, string> Values)> Known(ImmutableArray<Part> parts) =>
            parts.IsDefault
                ? []
                : [.. parts
                    .Select(part => (Node: content.Node(language, office.Id, part.Node), Values: part.Values ?? Nothing))
                    .Where(part => part.Node is not null)
                    .Select(part => (part.Node!, part.Values))];

        public string Text(string template, ImmutableSortedDictionary<string, string> values) =>
            PlainWords.Clean(Template.Fill(template, name => Value(name, values))).Trim();

        public string? Line(string? template, ImmutableSortedDictionary<string, string> values) =>
            template is null ? null : Template.Fill(template, name => Value(name, values)).ReplaceLineEndings(" ") is var line
                && string.IsNullOrWhiteSpace(line) ? null : PlainWords.Clean(line).Trim();

        public string? Phrase(string id) => content.PhraseOrNull(language, office.Id, id) is { } phrase ? Line(phrase, Nothing) : null;

        public ImmutableArray<OutboundOption> Options(
            ImmutableArray<Offer> offers,
            ImmutableArray<(Node Node, ImmutableSortedDictionary<string, string> Values)> parts) =>
            [.. offers
                .Select(offer => Option(offer, parts.FirstOrDefault(part => part.Node.Id == offer.Node).Values ?? Nothing))
                .OfType<OutboundOption>()
                .DistinctBy(option => option.Id)
                .Take(WhatsAppLimits.Rows)];

        private OutboundOption? Option(Offer offer, ImmutableSortedDictionary<string, string> values)
        {
            var wire = new OptionWire(content.Version, offer.Node, offer.Option);
            var known = content.Node(language, office.Id, offer.Node)?.Options.FirstOrDefault(option => option.Id == offer.Option);
            var title = Own(offer.Title) ?? Line(known?.Title, values) ?? Phrase($"option.{offer.Option}");

            return title is null || !wire.Fits
                ? null
                : new OutboundOption(wire.ToString(), title, Own(offer.Description) ?? Line(known?.Description, values));
        }

        private static string? Own(string? composed) =>
            composed is null || PlainWords.Neutral(composed) is not { Length: > 0 } words ? null : words;

        private string? Value(string name, ImmutableSortedDictionary<string, string> values) =>
            !values.TryGetValue(name, out var value) ? _standard.Of(name)
            : Blocks.Contains(name) ? Template.Fill(value, inner => Plain(inner, values))
            : PlainWords.Neutral(value);

        private string? Plain(string name, ImmutableSortedDictionary<string, string> values) =>
            values.TryGetValue(name, out var value) && !Blocks.Contains(name) ? PlainWords.Neutral(value) : _standard.Of(name);
    }
}

using System.Collections.Immutable;
using Sigap.Content.Loading;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Content.Checking;

/// <summary>Every text stays within WhatsApp's limits for every office, with the longest values filled in.</summary>
internal static class LimitCheck
{
    private const string ChecklistNode = "requirements.checklist";

    public static void Run(Draft draft, ContentSet content)
    {
        foreach (var language in LanguageCodes.All)
        {
            var values = content.Offices.Values
                .OrderBy(office => office.Id.Value, StringComparer.Ordinal)
                .Select(office => new LongestValues(content, office, language))
                .ToList();

            foreach (var node in draft.Nodes.Where(node => node.Language == language))
            {
                CheckNode(draft, content, node, [.. values.Where(value => Speaks(draft, node, value.Office.Id))]);
            }

            PhraseLimitCheck.Run(draft, language, values);
        }
    }

    /// <summary>Whether this is what the office says, and not replaced by its own text.</summary>
    private static bool Speaks(Draft draft, NodeDraft node, OfficeId office) => node.Office is { } own
        ? own == office
        : !draft.Nodes.Exists(other => other.Office == office && other.Language == node.Language && other.Node.Id == node.Node.Id);

    private static void CheckNode(Draft draft, ContentSet content, NodeDraft draftNode, ImmutableArray<LongestValues> offices)
    {
        var node = draftNode.Node;

        if (node.Options.Length > WhatsAppLimits.Rows)
        {
            draft.Findings.Error(draftNode.OptionPlaces[WhatsAppLimits.Rows],
                $"'{node.Id}' has {node.Options.Length} options, at most {WhatsAppLimits.Rows}; put some behind another node");
        }

        foreach (var piece in draftNode.Pieces)
        {
            var most = Most(piece.Name);

            if (most is { } limit && Worst(offices, value => value.InNode(node.Id, piece.Text).Length) is var (length, office) && length > limit)
            {
                var name = piece.Name is "title" or "description" ? piece.Name : $"{piece.Name} of '{node.Id}'";
                draft.Findings.Error(piece.Place, TooLong.Message(name, length, limit, piece.Text, office));
            }
        }

        if (draftNode.Pieces.FirstOrDefault(piece => piece.Name == "text") is { } text)
        {
            CheckText(draft, content, draftNode, text, offices);
        }
    }

    /// <summary>The limit of a one-line piece; null for texts.</summary>
    private static int? Most(string piece) => piece switch
    {
        "header" => WhatsAppLimits.Header,
        "footer" => WhatsAppLimits.Footer,
        "list_button" => WhatsAppLimits.ListButton,
        "title" => WhatsAppLimits.RowTitle,
        "description" => WhatsAppLimits.RowDescription,
        _ => null,
    };

    private static void CheckText(Draft draft, ContentSet content, NodeDraft draftNode, TextPiece text, ImmutableArray<LongestValues> offices)
    {
        var node = draftNode.Node;

        if (node.Id == ChecklistNode)
        {
            foreach (var kind in content.Requirements.Values.OrderBy(kind => kind.Id, StringComparer.Ordinal))
            {
                CheckPlain(draft, node, text, offices, value => value.Checklist(text.Text, kind), $"'{node.Id}' for '{kind.Id}' with every item and note");
            }

            return;
        }

        // Yes/no buttons are added to a question by code.
        var isInteractive = node.Options.Length > 0 || node.Id.StartsWith(RequirementTexts.Question(""), StringComparison.Ordinal);

        if (isInteractive && Worst(offices, value => value.InNode(node.Id, text.Text).Trim().Length) is var (length, office)
            && length > WhatsAppLimits.InteractiveText)
        {
            draft.Findings.Error(text.Place, TooLong.Message($"text of '{node.Id}', which has options,", length, WhatsAppLimits.InteractiveText, null, office)
                + "; or move a part behind an option");
        }
        else if (!isInteractive)
        {
            CheckPlain(draft, node, text, offices, value => value.InNode(node.Id, text.Text), $"text of '{node.Id}'");
        }
    }

    /// <summary>As plain text, with header, footer and the options numbered below.</summary>
    private static void CheckPlain(
        Draft draft, Node node, TextPiece text, ImmutableArray<LongestValues> offices, Func<LongestValues, string> filled, string name)
    {
        if (Worst(offices, value => Plain(node, filled(value)).Length) is var (length, office) && length > WhatsAppLimits.PlainText)
        {
            draft.Findings.Error(text.Place, TooLong.Message(name, length, WhatsAppLimits.PlainText, null, office));
        }
    }

    private static string Plain(Node node, string text) => new Bubble(
        text, node.Header, node.Footer, "", new string('-', PhraseLimitCheck.MostHint),
        [.. node.Options.Select(option => new OutboundOption(option.Id, option.Title))]).PlainText;

    private static (int Length, OfficeId Office)? Worst(ImmutableArray<LongestValues> offices, Func<LongestValues, int> length) =>
        offices.Select(value => ((int Length, OfficeId Office)?)(length(value), value.Office.Id)).MaxBy(measured => measured!.Value.Length);
}

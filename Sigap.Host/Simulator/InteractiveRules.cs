using System.Text.Json;

namespace Sigap.Host.Simulator;

/// <summary>The limits of lists, reply buttons and the other tappable messages.</summary>
internal static class InteractiveRules
{
    private const int BodyLimit = 1_024;
    private const int ShortLimit = 60;
    private const int LabelLimit = 20;
    private const int RowLimit = 10;

    public static GraphProblem? Check(JsonElement interactive)
    {
        var common = interactive.Member("body")?.Member("text").Limit("interactive.body.text", BodyLimit)
            ?? interactive.Member("footer")?.Member("text").Limit("interactive.footer.text", ShortLimit)
            ?? interactive.Member("header")?.Member("text").Limit("interactive.header.text", ShortLimit, required: false);
        if (common is not null)
        {
            return common;
        }

        if (interactive.Member("body") is null)
        {
            return GraphProblem.Missing("interactive.body");
        }

        if (interactive.Member("action") is not { } action)
        {
            return GraphProblem.Missing("interactive.action");
        }

        return interactive.Text("type") switch
        {
            "list" => List(action),
            "button" => Buttons(action),
            "cta_url" => action.Member("parameters")?.Member("display_text").Limit("action.parameters.display_text", LabelLimit),
            "flow" or "location_request_message" or "request_contact_info" or "carousel" => null,
            var other => GraphProblem.Value($"interactive.type '{other}' is not known."),
        };
    }

    private static GraphProblem? List(JsonElement action)
    {
        if (action.Member("button").Limit("action.button", LabelLimit) is { } badButton)
        {
            return badButton;
        }

        var sections = action.Items("sections");
        if (sections.Count is 0 or > RowLimit)
        {
            return GraphProblem.Value($"action.sections must have 1 to {RowLimit} entries, has {sections.Count}.");
        }

        var rows = sections.SelectMany(s => s.Items("rows")).ToList();
        if (rows.Count is 0 or > RowLimit)
        {
            return GraphProblem.Value($"Total row count must be 1 to {RowLimit}, is {rows.Count}.");
        }

        return Unique(rows.Select(r => r.Text("id")), "row id")
            ?? sections.Select(s => s.Member("title").Limit("section title", 24, required: sections.Count > 1)).FirstOrDefault(p => p is not null)
            ?? rows.Select(Row).FirstOrDefault(p => p is not null);
    }

    private static GraphProblem? Row(JsonElement row) =>
        row.Member("id").Limit("row id", 200)
        ?? row.Member("title").Limit("row title", 24)
        ?? row.Member("description").Limit("row description", 72, required: false);

    private static GraphProblem? Buttons(JsonElement action)
    {
        var buttons = action.Items("buttons").Select(b => b.Member("reply")).ToList();
        if (buttons.Count is 0 or > 3)
        {
            return GraphProblem.Value($"action.buttons must have 1 to 3 entries, has {buttons.Count}.");
        }

        return buttons
                .Select(b => b?.Member("id").Limit("button id", 256) ?? b?.Member("title").Limit("button title", LabelLimit)
                    ?? (b is null ? GraphProblem.Missing("action.buttons.reply") : null))
                .FirstOrDefault(p => p is not null)
            ?? Unique(buttons.Select(b => b?.Text("id")), "button id")
            ?? Unique(buttons.Select(b => b?.Text("title")), "button title");
    }

    private static GraphProblem? Unique(IEnumerable<string?> values, string what)
    {
        var seen = new HashSet<string?>();
        return values.All(seen.Add) ? null : GraphProblem.Value($"Duplicated {what}.");
    }
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Sigap.Host.Simulator;

/// <summary>What Meta checks of a template message, and how a phone shows it.</summary>
internal static class TemplateRules
{
    private const int NameLimit = 512;

    private const string UnfitParameter =
        "Param text cannot be empty or have new-line/tab characters or more than 4 consecutive spaces";

    public static GraphProblem? Check(JsonElement template, IReadOnlyList<ApprovedTemplate> approved)
    {
        var problem = template.Member("name").Limit("template.name", NameLimit)
            ?? (template.Member("language")?.Text("code") is null ? GraphProblem.Missing("template.language.code") : null);
        if (problem is not null)
        {
            return problem;
        }

        if (Find(template, approved) is not { } known)
        {
            return GraphProblem.NoSuchTemplate(template.Text("name")!, template.Member("language")!.Value.Text("code")!);
        }

        var parameters = Parameters(template);
        return parameters.Count != known.Parameters ? GraphProblem.ParameterCount(parameters.Count, known.Parameters)
            : parameters.Any(IsUnfit) ? GraphProblem.TemplateParameter(UnfitParameter)
            : Buttons(template).Any(button => Place(button) is not { } place || place >= known.Buttons.Count)
                ? GraphProblem.TemplateParameter("Button at index does not exist in the template")
            : null;
    }

    /// <summary>The message as it looks on the phone: Meta puts text and titles in, the sender names them only.</summary>
    public static JsonObject Rendered(JsonElement template, IReadOnlyList<ApprovedTemplate> approved)
    {
        var shown = (JsonObject)JsonNode.Parse(template.GetRawText())!;
        if (Find(template, approved) is { } known)
        {
            shown["rendered"] = new JsonObject
            {
                ["body"] = known.Fill(Parameters(template)),
                ["buttons"] = new JsonArray([.. known.Buttons.Select((title, place) => Button(template, title, place))]),
            };
        }

        return shown;
    }

    /// <summary>A quick reply without a payload of its own answers its title.</summary>
    private static JsonObject Button(JsonElement template, string title, int place)
    {
        var payload = Buttons(template).Where(button => Place(button) == place)
            .SelectMany(button => button.Items("parameters"))
            .Select(parameter => parameter.Text("payload"))
            .FirstOrDefault();
        return new JsonObject { ["title"] = title, ["payload"] = payload ?? title };
    }

    private static ApprovedTemplate? Find(JsonElement template, IReadOnlyList<ApprovedTemplate> approved) => approved.FirstOrDefault(
        known => known.Name == template.Text("name") && known.Language == template.Member("language")?.Text("code"));

    private static List<string> Parameters(JsonElement template) =>
    [
        .. template.Items("components").Where(component => component.Text("type") == "body")
            .SelectMany(component => component.Items("parameters"))
            .Select(parameter => parameter.Text("text") ?? ""),
    ];

    private static IEnumerable<JsonElement> Buttons(JsonElement template) =>
        template.Items("components").Where(component => component.Text("type") == "button");

    private static int? Place(JsonElement button) =>
        int.TryParse(button.Text("index"), NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null;

    private static bool IsUnfit(string parameter) =>
        string.IsNullOrWhiteSpace(parameter) || parameter.AsSpan().IndexOfAny("\r\n\t") >= 0
        || parameter.Contains("     ", StringComparison.Ordinal);
}

using System.ComponentModel;
using System.Text.Json.Serialization;
using Sigap.Host.Applications;

namespace Sigap.Host.Api.Offices;

/// <summary>The list as it stands in JSON.</summary>
internal sealed record EndangeredJson(
    [property: JsonPropertyName("today")]
    [property: Description("The office's local date the days are counted from.")]
    string Today,
    [property: JsonPropertyName("passports")] IReadOnlyList<EndangeredPassport> Passports);

internal sealed record EndangeredPassport(
    [property: JsonPropertyName("number")] string Number,
    [property: JsonPropertyName("name")] string Name,
    [property: JsonPropertyName("ready_on")] string ReadyOn,
    [property: JsonPropertyName("collect_by")]
    [property: Description("The last day; after it the passport may be cancelled.")]
    string CollectBy,
    [property: JsonPropertyName("days_left")] int DaysLeft,
    [property: JsonPropertyName("reminded")]
    [property: Description("Its applicant asked about it over WhatsApp and is reminded there. If not, reach the applicant another way.")]
    bool Reminded)
{
    public static EndangeredPassport From(EndangeredApplication application, DateOnly today, int collectionDays)
    {
        var last = application.ReadyOn.AddDays(collectionDays);
        return new EndangeredPassport(
            application.Number.Value,
            application.Name,
            OfficeTimes.Text(application.ReadyOn),
            OfficeTimes.Text(last),
            last.DayNumber - today.DayNumber,
            application.IsReminded);
    }
}

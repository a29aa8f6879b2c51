using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Sigap.Kernel;

/// <summary>
/// What an operator must see. Each is counted here, for a rule to fire on, and told in the log with its name by whoever
/// noticed it.
/// </summary>
public static class Alerts
{
    private static readonly Counter<long> Raised = SigapMetrics.Meter.CreateCounter<long>("sigap.alerts", description: "By kind, and what it is about");
    private static readonly ConcurrentDictionary<(string Business, string Why), bool> Closed = [];

    static Alerts() => SigapMetrics.Meter.CreateObservableGauge(
        "sigap.number.stopped",
        () => Closed.Select(number => new Measurement<int>(
            number.Value ? 1 : 0, new("business", number.Key.Business), new("why", number.Key.Why))),
        description: "1 while a business number does not send freely, by why");

    /// <param name="about">A business number, a template, a kind of notice: nothing personal.</param>
    public static void Count(AlertKind kind, string about) => Raised.Add(1, new("kind", kind.Name()), new("about", about));

    /// <summary>A business number stops, or sends again.</summary>
    public static void Number(BusinessNumberId business, string why, bool isStopped)
    {
        if (isStopped || Closed.ContainsKey((business.Value, why)))
        {
            Closed[(business.Value, why)] = isStopped;
        }
    }

    /// <summary>The name that stays: in the log, in metrics and in rules.</summary>
    public static string Name(this AlertKind kind) => kind switch
    {
        AlertKind.NumberStopped => "number-stopped",
        AlertKind.SendingBroken => "sending-broken",
        AlertKind.Limit => "limit",
        AlertKind.SpamLimit => "spam-limit",
        AlertKind.TemplateStopped => "template-stopped",
        AlertKind.TemplateChanged => "template-changed",
        AlertKind.Account => "account",
        AlertKind.Quality => "quality",
        AlertKind.Refused => "refused",
        AlertKind.FreeQuota => "free-quota",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Not an alert known here"),
    };
}

public enum AlertKind
{
    /// <summary>A business number cannot send until somebody acts.</summary>
    NumberStopped = 1,

    /// <summary>WhatsApp cannot be reached, or fails.</summary>
    SendingBroken = 2,

    /// <summary>WhatsApp asked for a long wait.</summary>
    Limit = 3,

    /// <summary>Too many applicants blocked or reported the number.</summary>
    SpamLimit = 4,

    /// <summary>A template is not taken.</summary>
    TemplateStopped = 5,

    /// <summary>A template's category, and so its price, changes.</summary>
    TemplateChanged = 6,

    /// <summary>WhatsApp restricts the account, or warns it.</summary>
    Account = 7,

    /// <summary>The quality of a number or a template fell.</summary>
    Quality = 8,

    /// <summary>A message was refused for a fault of ours.</summary>
    Refused = 9,

    /// <summary>Most of the month's free messages are used up.</summary>
    FreeQuota = 10,
}

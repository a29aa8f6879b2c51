using System.Collections.Immutable;
using System.Globalization;
using Sigap.Content;
using Sigap.Content.Loading;

namespace Sigap.Costs;

/// <summary>Reads <c>prices.yaml</c>; whatever is wrong is a finding with its line, all of it at once.</summary>
public static class PriceFile
{
    public const string Name = "prices.yaml";
    private const long MostFree = 1_000_000_000;
    private static readonly TimeSpan FurthestOffset = TimeSpan.FromHours(14);

    public static PriceLoad Read(byte[] yaml, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(yaml);
        var findings = new Findings();
        var prices = YamlText.Read(Name, yaml, findings) is { } root ? Prices(root, today) : null;
        return new PriceLoad(findings.HasErrors ? null : prices, findings.Sorted);
    }

    private static PriceList Prices(YamlMap root, DateOnly today)
    {
        root.Provenance(today);
        var list = new PriceList(
            root.Required("currency") ?? "",
            root.Whole("free-service-messages", MostFree) ?? 0,
            (int)(root.Whole("warn-at", 100) ?? 0),
            root.Parsed<TimeSpan>("utc-offset", Offset, "the distance from UTC in quotes, from \"-14:00\" to \"+14:00\"") ?? default,
            [.. root.Maps("prices", "- {category: utility, price: \"0.0200\", effective_from: 2026-10-01}").Select(Price).OfType<MessagePrice>()]);
        foreach (var twice in list.Prices.GroupBy(price => (price.Category, price.EffectiveFrom)).Where(same => same.Count() > 1))
        {
            root.Findings.Error(root.PlaceOf("prices"), $"'{twice.Key.Category}' has two prices from {twice.Key.EffectiveFrom:yyyy-MM-dd}; keep one");
        }

        root.NothingElse();
        return list;
    }

    private static MessagePrice? Price(YamlMap entry)
    {
        var category = entry.Required("category");
        var price = entry.Parsed<decimal>("price", Amount, "an amount from 0 on with a point, for example \"0.0200\"");
        var from = entry.Date("effective_from");
        if (from is { Day: not 1 })
        {
            entry.Findings.Error(entry.PlaceOf("effective_from"), $"'effective_from' is {from:yyyy-MM-dd}; write the first of a month, Meta changes prices on no other day");
        }

        entry.NothingElse();
        return category is null || price is null || from is null ? null : new MessagePrice(category, price.Value, from.Value);
    }

    private static decimal? Amount(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount) ? amount : null;

    private static TimeSpan? Offset(string text)
    {
        var sign = text.StartsWith('-') ? -1 : 1;
        return TimeSpan.TryParseExact(text.TrimStart('+', '-'), @"hh\:mm", CultureInfo.InvariantCulture, out var offset) && offset <= FurthestOffset
            ? offset * sign
            : null;
    }
}

/// <param name="Prices">Null exactly when a finding is an error.</param>
public sealed record PriceLoad(PriceList? Prices, ImmutableArray<Finding> Findings);

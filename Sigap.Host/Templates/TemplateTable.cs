using Dapper;
using Sigap.Host.Storage;
using Sigap.Transport;

namespace Sigap.Host.Templates;

/// <summary>
/// What WhatsApp last said of each template. Notices may come in any order and any number of times and leave the same rows:
/// each aspect goes by the time WhatsApp says.
/// </summary>
internal sealed class TemplateTable(SigapDatabase database)
{
    // Of one instant the word later in the alphabet stands: any rule will do that every node and every order agrees on.
    private const string Upsert = """
        INSERT INTO template_state (name, language, state, state_at, quality, quality_at, category, category_at)
        VALUES (@name, @language, @state, @stateAt, @quality, @qualityAt, @category, @categoryAt)
        ON CONFLICT (name, language) DO UPDATE SET
            state = CASE WHEN excluded.state_at > coalesce(template_state.state_at, -1)
                           OR (excluded.state_at = template_state.state_at AND excluded.state > template_state.state)
                         THEN excluded.state ELSE template_state.state END,
            state_at = CASE WHEN excluded.state_at > coalesce(template_state.state_at, -1)
                            THEN excluded.state_at ELSE template_state.state_at END,
            quality = CASE WHEN excluded.quality_at > coalesce(template_state.quality_at, -1)
                             OR (excluded.quality_at = template_state.quality_at AND excluded.quality > template_state.quality)
                           THEN excluded.quality ELSE template_state.quality END,
            quality_at = CASE WHEN excluded.quality_at > coalesce(template_state.quality_at, -1)
                              THEN excluded.quality_at ELSE template_state.quality_at END,
            category = CASE WHEN excluded.category_at > coalesce(template_state.category_at, -1)
                              OR (excluded.category_at = template_state.category_at AND excluded.category > template_state.category)
                            THEN excluded.category ELSE template_state.category END,
            category_at = CASE WHEN excluded.category_at > coalesce(template_state.category_at, -1)
                               THEN excluded.category_at ELSE template_state.category_at END
        """;

    public Task Record(IReadOnlyList<TemplateNotice> notices, CancellationToken cancel) => database.Write(
        (connection, transaction) =>
        {
            foreach (var notice in notices.OrderBy(each => each.Key.Name, StringComparer.Ordinal).ThenBy(each => each.Key.Language, StringComparer.Ordinal))
            {
                connection.Execute(Upsert, Row(notice), transaction);
            }
        },
        cancel);

    /// <summary>Only those whose state was told.</summary>
    public Task<IReadOnlyList<TemplateRow>> States(CancellationToken cancel) => database.Read<IReadOnlyList<TemplateRow>>(
        connection =>
        [
            .. connection.Query<(string Name, string Language, string State, long At)>(
                    "SELECT name, language, state, state_at FROM template_state WHERE state IS NOT NULL")
                .Select(row => new TemplateRow(new TemplateKey(row.Name, row.Language), row.State, row.At)),
        ],
        cancel);

    private static object Row(TemplateNotice notice)
    {
        var at = notice.At.ToUnixTimeMilliseconds();
        return new
        {
            name = notice.Key.Name,
            language = notice.Key.Language,
            state = Only(TemplateAspect.State, notice.Value),
            stateAt = OnlyAt(TemplateAspect.State),
            quality = Only(TemplateAspect.Quality, notice.Value),
            qualityAt = OnlyAt(TemplateAspect.Quality),
            category = Only(TemplateAspect.Category, notice.Value),
            categoryAt = OnlyAt(TemplateAspect.Category),
        };

        string? Only(TemplateAspect aspect, string value) => notice.Aspect == aspect ? StorableText.Of(value) : null;

        long? OnlyAt(TemplateAspect aspect) => notice.Aspect == aspect ? at : null;
    }
}

internal sealed record TemplateRow(TemplateKey Key, string State, long At)
{
    private static readonly HashSet<string> NotTaken =
        ["PAUSED", "DISABLED", "REJECTED", "IN_APPEAL", "LOCKED", "ARCHIVED", "PENDING_DELETION", "DELETED"];

    /// <summary>WhatsApp refuses a message with this template.</summary>
    public bool IsStopped => NotTaken.Contains(State);
}

using System.Text.Json;
using Sigap.Host.Storage;
using Sigap.Host.Templates;
using Sigap.Host.Webhook;
using Sigap.Kernel;

namespace Sigap.Host.Notices;

/// <summary>
/// Keeps the notices of WhatsApp, takes over what they say of templates, and calls an operator for those that need one: once,
/// however often WhatsApp sends them.
/// </summary>
internal sealed class NoticeIntake(SqlNoticeLog log, TemplateTable templates, TemplateFeed feed, ILogger<NoticeIntake> logger) : INoticeLog
{
    public async Task Keep(IReadOnlyList<AccountNotice> notices, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(notices);

        // First what is done again without harm: who comes again because of a failure finds the notice not yet kept.
        var told = notices.Select(Template).OfType<TemplateNotice>().ToList();
        if (told.Count > 0)
        {
            await templates.Record(told, cancel);
            await feed.Refresh(cancel);
        }

        foreach (var notice in await log.KeepNew(notices, cancel))
        {
            Call(notice);
        }
    }

    private void Call(AccountNotice notice)
    {
        if (Read(notice, NoticeAlert.Of) is { } alert)
        {
            Alerts.Count(alert.Kind, alert.About);
            logger.LogError("Alert {Alert}: WhatsApp sent {Field} about {About}: {Text}", alert.Kind.Name(), notice.Field, alert.About, alert.Text);
        }
    }

    private static TemplateNotice? Template(AccountNotice notice) => Read(notice, TemplateNotice.Of);

    /// <summary>A notice that is no JSON any more once its NULs were taken out is kept all the same.</summary>
    private static T? Read<T>(AccountNotice notice, Func<AccountNotice, T?> read)
        where T : class
    {
        try
        {
            return read(notice);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

using Sigap.Host.Templates;
using Sigap.Host.Webhook;

namespace Sigap.Host.Notices;

internal static class NoticesHosting
{
    /// <summary>What WhatsApp tells about the account and its templates.</summary>
    public static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddSingleton<TemplateTable>()
        .AddSingleton<TemplateFeed>()
        .AddSingleton<INoticeLog, NoticeIntake>()
        .AddHostedService(provider => provider.GetRequiredService<TemplateFeed>());
}

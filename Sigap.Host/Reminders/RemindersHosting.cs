using Sigap.Host.Cluster;

namespace Sigap.Host.Reminders;

internal static class RemindersHosting
{
    public static IServiceCollection AddReminders(this IServiceCollection services) => services
        .AddSingleton<ReminderTables>()
        .AddSingleton<INoticeDelivery, RegionNotices>()
        .AddHostedService<ReminderClock>();
}

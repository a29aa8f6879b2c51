namespace Sigap.Host.Identity;

internal static class IdentityHosting
{
    public static IServiceCollection AddIdentity(this IServiceCollection services) => services
        .AddSingleton<IdentityTable>()
        .AddSingleton<ConversationFinder>()
        .AddHostedService<IdentityPump>();
}

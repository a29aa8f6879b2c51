using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Sigap.Content;

namespace Sigap.Host.Content;

public static class ContentHosting
{
    /// <summary>
    /// The content of the config folder, as <see cref="IContentSource"/> and, for those who follow changes, as
    /// <see cref="ContentStore"/>. Every registered <see cref="IConfigCheck"/> has its say before content comes into force.
    /// </summary>
    public static IServiceCollection AddContent(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<ConfigSettings>().BindConfiguration(ConfigSettings.Section);
        services.AddSingleton(Open);
        services.AddSingleton<IContentSource>(provider => provider.GetRequiredService<ContentStore>());

        return services;
    }

    private static ContentStore Open(IServiceProvider provider)
    {
        var settings = provider.GetRequiredService<IOptions<ConfigSettings>>().Value;

        if (settings.Problem is { } problem)
        {
            throw new OptionsValidationException(ConfigSettings.Section, typeof(ConfigSettings), [problem]);
        }

        return new ContentStore(
            ConfigFolder.Locate(settings.Path),
            settings,
            provider.GetServices<IConfigCheck>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ContentStore>>());
    }
}

using Sigap.Content;
using Sigap.Host.Costs;
using Sigap.Host.WhatsApp;
using Sigap.Language;

namespace Sigap.Host.Startup;

/// <summary>Everything that has a say before a config folder comes into force: at the start, at a change, and in <c>-- check</c>.</summary>
internal static class ConfigChecks
{
    public static IServiceCollection AddConfigChecks(this IServiceCollection services) => services
        .AddSingleton<IConfigCheck, GraphErrorsCheck>()
        .AddSingleton<IConfigCheck, PricesCheck>()
        .AddSingleton<IConfigCheck, VocabularyCheck>();
}

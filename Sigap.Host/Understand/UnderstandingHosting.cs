using Sigap.Language;

namespace Sigap.Host.Understand;

internal static class UnderstandingHosting
{
    /// <summary>The understanding that follows the vocabulary and the offices of the content now in force.</summary>
    public static IServiceCollection AddUnderstanding(this IServiceCollection services) =>
        services.AddSingleton<IUnderstanding, CurrentUnderstanding>();
}

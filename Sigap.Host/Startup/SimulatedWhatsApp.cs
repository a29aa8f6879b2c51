using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Sigap.Content;
using Sigap.Host.Simulator;
using Sigap.Host.StartPage;
using Sigap.Host.Storage;
using Sigap.Host.WhatsApp;
using Sigap.Kernel;

namespace Sigap.Host.Startup;

/// <summary>
/// Without a real WhatsApp number the simulator takes WhatsApp's place: it gets the secrets of this run and the place of the
/// Graph API, and everything else works as it does in earnest.
/// </summary>
internal static class SimulatedWhatsApp
{
    public static IServiceCollection AddSimulatedWhatsApp(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddWhatsAppOptions(configuration);
        var given = configuration.GetSection(WhatsAppOptions.Section).Get<WhatsAppOptions>() ?? new WhatsAppOptions();
        var secrets = new RunSecrets(
            given.AppSecret is { Length: > 0 } secret ? secret : Chance(),
            given.AccessToken is { Length: > 0 } token ? token : Chance());

        var simulated = services.AddSimulator(configuration, provider => new SimulatorSetup(
            secrets.AppSecret, secrets.AccessToken, Numbers(provider.GetRequiredService<IContentSource>().Current))
        {
            Templates = () => Approved(provider.GetRequiredService<IContentSource>().Current),
        });
        if (!simulated)
        {
            UsePublicGraph(given);
            CannotStartException.ThrowIfAny(given.Validate());
            return services.PostConfigure<WhatsAppOptions>(UsePublicGraph);
        }

        services.AddSingleton<IDemoHints, DemoHints>();
        services.AddSingleton<IOptionsChangeTokenSource<WhatsAppOptions>, ServerStarted>();
        services.AddSingleton<IPostConfigureOptions<WhatsAppOptions>>(provider =>
            new PostConfigureOptions<WhatsAppOptions>(Options.DefaultName, options => Fill(options, secrets, provider)));
        return services;
    }

    private static void UsePublicGraph(WhatsAppOptions options) =>
        options.GraphUrl = options.GraphUrl is { Length: > 0 } given ? given : WhatsAppOptions.PublicGraphUrl;

    private static void Fill(WhatsAppOptions options, RunSecrets secrets, IServiceProvider provider)
    {
        options.AppSecret = secrets.AppSecret;
        options.AccessToken = secrets.AccessToken;
        options.VerifyToken = options.VerifyToken is { Length: > 0 } given ? given : secrets.AppSecret;
        if (string.IsNullOrEmpty(options.GraphUrl) && provider.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.IsCancellationRequested)
        {
            options.GraphUrl = provider.GetRequiredService<OwnAddress>().Graph.ToString();
        }
    }

    private static IReadOnlyList<SimulatedNumber> Numbers(ContentSet content) =>
        [.. content.Offices.Values
            .OrderBy(office => office.BusinessNumber.Value, StringComparer.Ordinal)
            .Select((office, place) => new SimulatedNumber(
                office.BusinessNumber.Value, $"62215000000{place + 1}", office.ShortName.Indonesian))];

    private static IReadOnlyList<ApprovedTemplate> Approved(ContentSet content) =>
        [.. content.Templates.Values.SelectMany(template => template.Texts, (template, text) => new ApprovedTemplate(
            template.Name,
            text.Key.Code(),
            template.Parameters.Length,
            text.Value.Buttons,
            parameters => text.Value.Fill([.. parameters])))];

    private static string Chance() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    private sealed record RunSecrets(string AppSecret, string AccessToken);

    /// <summary>The process knows its own address only once it listens: then the options are worked out anew.</summary>
    private sealed class ServerStarted(IHostApplicationLifetime lifetime) : IOptionsChangeTokenSource<WhatsAppOptions>
    {
        public string Name => Options.DefaultName;

        public Microsoft.Extensions.Primitives.IChangeToken GetChangeToken() => lifetime.ApplicationStarted.IsCancellationRequested
            ? new Microsoft.Extensions.Primitives.CancellationChangeToken(CancellationToken.None)
            : new Microsoft.Extensions.Primitives.CancellationChangeToken(lifetime.ApplicationStarted);
    }
}

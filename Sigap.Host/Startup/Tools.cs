using Sigap.Content;
using Sigap.Host.Api;
using Sigap.Host.Applications;
using Sigap.Host.Content;
using Sigap.Host.Storage;
using Sigap.Host.Understand;
using Sigap.Language;

namespace Sigap.Host.Startup;

/// <summary>The operator's tools that need no running service.</summary>
internal static class Tools
{
    public static int Check(string[] settings, TextWriter output) => Guarded(() =>
    {
        using var provider = Services(settings);
        return CheckCommand.Run(ConfigFolderOf(settings), Today(), output, [.. provider.GetServices<IConfigCheck>()]);
    });

    public static Task<int> Import(string[] settings, FileInfo file, TextWriter output, CancellationToken cancel) => GuardedAsync(async () =>
    {
        await using var provider = Services(settings);
        var import = new ImportCommand(
            DatabaseOptions.From(SigapSettings.Read(settings)), provider.GetRequiredService<IContentSource>().Current, TimeProvider.System);
        return await import.Run(file.FullName, output, Console.Error, cancel);
    });

    public static int Migrate(string[] settings, TextWriter output) => Guarded(() =>
    {
        var options = DatabaseOptions.From(SigapSettings.Read(settings));
        CannotStartException.ThrowIfAny(options.Validate());
        options.Migrate = true;
        using var database = SigapDatabase.Open(options, TimeProvider.System);
        output.WriteLine($"The tables of {options.Place} are up to date.");
        return 0;
    });

    public static int Understand(string[] settings, TextReader input, TextWriter output) => Guarded(() =>
    {
        using var provider = Services(settings);
        return UnderstandCommand.Run(input, output, provider.GetRequiredService<IUnderstanding>());
    });

    public static int MakeApiKey(TextWriter output)
    {
        var made = ApiKeys.Generate();
        output.WriteLine($"Key, for whoever calls the API (header {ApiKeys.Header}); it is not shown again:");
        output.WriteLine($"  {made.Key}");
        output.WriteLine("Settings of Sigap:");
        output.WriteLine("  Api__Keys__0__Name=office-system");
        output.WriteLine($"  Api__Keys__0__Sha256={made.Sha256}");
        return 0;
    }

    /// <summary>Content and understanding, without database, network or actors.</summary>
    internal static ServiceProvider Services(string[] settings)
    {
        var configuration = SigapSettings.Read(settings);
        return new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddLogging(logging => logging.AddConfiguration(configuration.GetSection("Logging")).AddSimpleConsole())
            .AddConfigChecks()
            .AddContent()
            .AddUnderstanding()
            .BuildServiceProvider();
    }

    private static string ConfigFolderOf(string[] settings) => ConfigFolder.Locate(SigapSettings.Read(settings)["Config:Path"]);

    private static DateOnly Today() => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);

    private static int Guarded(Func<int> run)
    {
        try
        {
            return run();
        }
        catch (Exception failure) when (StartProblem.Explain(failure) is not null)
        {
            return StartProblem.Print(failure, Console.Error);
        }
    }

    internal static async Task<int> GuardedAsync(Func<Task<int>> run)
    {
        try
        {
            return await run();
        }
        catch (Exception failure) when (StartProblem.Explain(failure) is not null)
        {
            return StartProblem.Print(failure, Console.Error);
        }
    }
}

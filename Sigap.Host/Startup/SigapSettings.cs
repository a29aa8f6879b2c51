namespace Sigap.Host.Startup;

/// <summary>Where settings come from: appsettings.json beside the program, the environment, the command line; the last wins.</summary>
internal static class SigapSettings
{
    public static IConfigurationRoot Read(string[] settings) => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true)
        .AddJsonFile($"appsettings.{Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? "Production"}.json", optional: true)
        .AddEnvironmentVariables()
        .AddCommandLine(settings)
        .Build();
}

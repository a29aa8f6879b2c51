using Microsoft.Extensions.Options;

namespace Sigap.Host.Simulator;

/// <summary>Whether phones can be played in the browser. On by itself only where no real WhatsApp number is connected.</summary>
public sealed class SimulatorOptions
{
    public const string Section = "Simulator";

    public bool Enabled { get; private init; }

    /// <summary>Where the simulator reaches Sigap. Empty: the first address the server listens on.</summary>
    public Uri? OwnAddress { get; private init; }

    /// <summary>Reads the settings; throws when they contradict each other, saying which and what to write instead.</summary>
    public static SimulatorOptions Read(IConfiguration configuration)
    {
        var connected = !string.IsNullOrWhiteSpace(configuration["WhatsApp:AccessToken"]);
        var secretGiven = !string.IsNullOrWhiteSpace(configuration["WhatsApp:AppSecret"]);
        var enabled = Switch(configuration[$"{Section}:Enabled"]) ?? (!connected && !secretGiven);

        if (enabled && connected)
        {
            throw Invalid(
                "Simulator:Enabled is true although WhatsApp:AccessToken is set: anybody could speak as an applicant to the real number. "
                + "Remove Simulator:Enabled, or leave WhatsApp:AccessToken empty.");
        }

        return new SimulatorOptions { Enabled = enabled, OwnAddress = Address(configuration[$"{Section}:OwnAddress"]) };
    }

    private static bool? Switch(string? value) => value?.Trim().ToUpperInvariant() switch
    {
        null or "" => null,
        "TRUE" => true,
        "FALSE" => false,
        _ => throw Invalid($"Simulator:Enabled is '{value}'. Write true or false, or leave it out."),
    };

    private static Uri? Address(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return null;
        }

        return Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https")
            ? uri
            : throw Invalid($"Simulator:OwnAddress is '{value}'. Write an address such as http://127.0.0.1:8080, or leave it out.");
    }

    private static OptionsValidationException Invalid(string message) => new(Section, typeof(SimulatorOptions), [message]);
}

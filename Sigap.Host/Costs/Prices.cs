using Sigap.Content;
using Sigap.Costs;

namespace Sigap.Host.Costs;

/// <summary>Finds the prices in the configuration.</summary>
internal static class Prices
{
    public static PriceLoad Load(string folder, DateOnly today)
    {
        try
        {
            return PriceFile.Read(File.ReadAllBytes(Path.Combine(folder, PriceFile.Name)), today);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var message = $"not readable ({e.GetType().Name}); put the file there or correct Config:Path";
            return new PriceLoad(null, [new Finding(PriceFile.Name, 1, Severity.Error, message)]);
        }
    }
}

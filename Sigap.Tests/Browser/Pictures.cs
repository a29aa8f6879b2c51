using Microsoft.Playwright;

namespace Sigap.Tests.Browser;

/// <summary>The pictures of the documentation: with SIGAP_SCREENSHOT set to a folder they are written there.</summary>
internal static class Pictures
{
    public static async Task Save(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SIGAP_SCREENSHOT") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
        }
    }
}

namespace Sigap.Host.Content;

/// <summary>Finds the config folder.</summary>
public static class ConfigFolder
{
    private const string Name = "config";

    /// <summary>The configured folder, else <c>./config</c>, else the one beside the program.</summary>
    /// <exception cref="DirectoryNotFoundException">There is none; the message says what to set.</exception>
    public static string Locate(string? configured)
    {
        if (!string.IsNullOrWhiteSpace(configured))
        {
            return Directory.Exists(configured)
                ? Path.GetFullPath(configured)
                : throw new DirectoryNotFoundException(
                    $"Config:Path is '{configured}', but there is no such folder; write the folder that holds offices, content and holidays");
        }

        string[] candidates =
        [
            Path.Combine(Directory.GetCurrentDirectory(), Name),
            Path.Combine(AppContext.BaseDirectory, Name),
        ];

        return candidates.FirstOrDefault(folder => Directory.Exists(Path.Combine(folder, "offices")))
            ?? throw new DirectoryNotFoundException(
                $"There is no config folder at {string.Join(" or ", candidates)}; set Config:Path to the folder that holds offices, content and holidays");
    }
}

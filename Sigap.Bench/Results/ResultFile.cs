using System.Globalization;
using System.Text.Json;

namespace Sigap.Bench.Results;

/// <summary>Writes and reads result files.</summary>
internal static class ResultFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <returns>The file: the one named, or a new one that says when and what.</returns>
    public static Task<string> Write(LoadResult result, string? file, CancellationToken cancel) =>
        Write(result, file, Name(result), cancel);

    /// <returns>The file: the one named, or one of this name among the results.</returns>
    public static async Task<string> Write<T>(T result, string? file, string name, CancellationToken cancel)
    {
        var path = Path.GetFullPath(file ?? Path.Combine(Folder(), name));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, JsonSerializer.Serialize(result, Json) + "\n", cancel);
        return path;
    }

    /// <exception cref="BenchProblem">It is no result file.</exception>
    public static async Task<LoadResult> Read(string file, CancellationToken cancel)
    {
        try
        {
            await using var stream = File.OpenRead(file);
            return await JsonSerializer.DeserializeAsync<LoadResult>(stream, Json, cancel) ?? throw new JsonException("empty");
        }
        catch (JsonException problem)
        {
            throw new BenchProblem($"{file} is not a result of the bench: {problem.Message}");
        }
    }

    private static string Name(LoadResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"{result.Date:yyyyMMdd-HHmmss}-{result.Settings.Temperature}{(result.Settings.Statuses > 0 ? "-statuses" : "")}.json")
        .ToLowerInvariant();

    /// <summary>Beside the source when it is there, else where the bench was started.</summary>
    private static string Folder()
    {
        for (var folder = new DirectoryInfo(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Sigap.Bench", "Sigap.Bench.csproj")))
            {
                return Path.Combine(folder.FullName, "Sigap.Bench", "results");
            }
        }

        return Path.Combine(Directory.GetCurrentDirectory(), "results");
    }
}

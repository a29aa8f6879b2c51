using System.Text.Json;

namespace Sigap.Tests.Webhook;

/// <summary>Signed webhook bodies, one for every kind of payload, with what each holds.</summary>
internal static class Fixtures
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Webhook", "fixtures");
    private static readonly JsonDocument Manifest = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(Folder, "_manifest.json")));

    public static string AppSecret { get; } = Manifest.RootElement.GetProperty("app_secret").GetString()!;

    public static IReadOnlyList<Fixture> All { get; } =
    [
        .. Manifest.RootElement.GetProperty("fixtures").EnumerateArray().Select(each => new Fixture(
            each.GetProperty("file").GetString()!,
            each.GetProperty("messages").GetInt32(),
            each.GetProperty("statuses").GetInt32(),
            each.GetProperty("x_hub_signature_256").GetString()!)),
    ];

    public static TheoryData<string> Names => [.. All.Select(fixture => fixture.File)];

    public static Fixture Named(string file) => All.Single(fixture => fixture.File.StartsWith(file, StringComparison.Ordinal));

    public static byte[] Bytes(string file) => File.ReadAllBytes(Path.Combine(Folder, Named(file).File));
}

internal sealed record Fixture(string File, int Messages, int Statuses, string Signature)
{
    /// <summary>A changed scoped id is told beside the messages, and goes to its conversation like one.</summary>
    public int Heard => Messages + (File.StartsWith("182", StringComparison.Ordinal) ? 1 : 0);
}

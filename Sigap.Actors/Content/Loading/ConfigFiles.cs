using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Sigap.Content.Loading;

/// <summary>A file of the config folder. <paramref name="Path"/> is relative to it, with forward slashes.</summary>
public sealed record ConfigFile(string Path, byte[] Bytes);

/// <summary>The files that make up the content: offices, holidays, fees, facts, requirements and texts.</summary>
public sealed record ConfigFiles(string Root, ImmutableArray<ConfigFile> All)
{
    private static readonly string[] Folders = ["offices", "holidays", "content"];
    private static readonly string[] SingleFiles = ["fees.yaml", "facts.yaml", "requirements.yaml", "templates.yaml"];

    /// <summary>Eight hex digits that change when any of the files does.</summary>
    public string Version
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

            foreach (var file in All)
            {
                // Lengths between the pieces, so that moving text from one file to the next changes the version.
                hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\n{file.Bytes.Length}\n"));
                hash.AppendData(file.Bytes);
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset())[..8];
        }
    }

    /// <summary>Throws only what the file system throws.</summary>
    public static ConfigFiles Read(string folder)
    {
        var root = new DirectoryInfo(folder);

        return new(root.Name, [.. Paths(root).Select(file => new ConfigFile(Relative(root, file), File.ReadAllBytes(file.FullName)))]);
    }

    /// <summary>Changes when a file is added, removed or written; costs no reading.</summary>
    public static string Fingerprint(string folder)
    {
        var root = new DirectoryInfo(folder);

        return string.Join('\n', Paths(root).Select(file => $"{Relative(root, file)} {State(file)}"));
    }

    private static IEnumerable<FileInfo> Paths(DirectoryInfo root) => Folders
        .Select(name => new DirectoryInfo(Path.Combine(root.FullName, name)))
        .Where(folder => folder.Exists)
        .SelectMany(folder => folder.EnumerateFiles("*", SearchOption.AllDirectories))
        .Concat(SingleFiles.Select(name => new FileInfo(Path.Combine(root.FullName, name))).Where(file => file.Exists))
        .Where(file => !IsHidden(Relative(root, file)) && !IsLeftByAnEditor(file.Name))
        .OrderBy(file => Relative(root, file), StringComparer.Ordinal);

    /// <summary>Of the file a link leads to: a mounted folder is often changed by turning a link elsewhere.</summary>
    private static string State(FileInfo file)
    {
        var target = (file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo) ?? file;

        return $"{target.FullName} {target.Length} {target.LastWriteTimeUtc.Ticks}";
    }

    private static bool IsHidden(string path) => path.Split('/').Any(part => part.StartsWith('.'));

    private static bool IsLeftByAnEditor(string name) =>
        name.StartsWith('#') || name.EndsWith('~') || name.EndsWith(".swp", StringComparison.Ordinal)
        || name.EndsWith(".tmp", StringComparison.Ordinal);

    private static string Relative(DirectoryInfo root, FileInfo file) =>
        Path.GetRelativePath(root.FullName, file.FullName).Replace('\\', '/');
}

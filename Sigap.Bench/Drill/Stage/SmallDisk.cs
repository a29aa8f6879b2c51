using System.Globalization;
using Sigap.Bench.Programs;

namespace Sigap.Bench.Drill.Stage;

/// <summary>A file system of its own in a file, so that a disk can be full without the machine's being full. Needs root.</summary>
internal sealed class SmallDisk
{
    private const int Megabytes = 6 * 1024;
    private const int WrittenToTheEnd = 64 * 1024 * 1024;
    private const string Undo = "small-disk";

    private readonly string _image;
    private readonly Undoing _undoing;

    private SmallDisk(string folder, string image, Undoing undoing) => (Folder, _image, _undoing) = (folder, image, undoing);

    public static bool IsPossible => Environment.IsPrivilegedProcess && Tool.IsInstalled("mkfs.ext4");

    public string Folder { get; }

    private string Filler => Path.Combine(Folder, "filler");

    /// <param name="parent">The disk it takes its space from: only what is written.</param>
    public static async Task<SmallDisk> Make(string parent, Undoing undoing)
    {
        var image = Path.Combine(parent, $"sigap-disk-{Path.GetRandomFileName()}");
        var disk = new SmallDisk($"{image}.mounted", image, undoing);
        Directory.CreateDirectory(disk.Folder);
        undoing.Remember(Undo, $"umount -l '{disk.Folder}'; rmdir '{disk.Folder}'; rm -f '{image}'");
        await Tool.Run("truncate", "-s", string.Create(CultureInfo.InvariantCulture, $"{Megabytes}M"), image);
        await Tool.Run("mkfs.ext4", "-q", "-m", "0", "-F", image);
        await Tool.Run("mount", "-o", "loop", image, disk.Folder);
        return disk;
    }

    /// <summary>Not one byte is left.</summary>
    public async Task Fill()
    {
        var reserved = Math.Max(4096, new DriveInfo(Folder).AvailableFreeSpace - WrittenToTheEnd);
        await Tool.Run("fallocate", "-l", string.Create(CultureInfo.InvariantCulture, $"{reserved}"), Filler);
        await Tool.Run("bash", "-c", $"dd if=/dev/zero of='{Filler}.rest' bs=4096 status=none 2>/dev/null; true");
    }

    public void Free()
    {
        File.Delete(Filler);
        File.Delete($"{Filler}.rest");
    }

    public async Task Remove()
    {
        await Tool.Run("umount", "-l", Folder);
        Directory.Delete(Folder);
        File.Delete(_image);
        _undoing.Forget(Undo);
    }
}

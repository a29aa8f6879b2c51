namespace Sigap.Bench.Drill.Faults;

/// <summary>What befalls PostgreSQL.</summary>
internal static class DatabaseFaults
{
    public static Fault Restart { get; } = new("database-restart", "PostgreSQL crashes and is back after 10 s", Patience.FromHeal(5))
    {
        Begin = (scene, _) => scene.Stage.Database.Crash(),
        Lasts = TimeSpan.FromSeconds(10),
        End = (scene, _) => scene.Stage.Database.Start(),
    };

    public static Fault Down { get; } = new("database-down", "PostgreSQL is stopped for 2 minutes", Patience.FromHeal(30))
    {
        Begin = (scene, _) => scene.Stage.Database.Stop(),
        Lasts = TimeSpan.FromMinutes(2),
        End = (scene, _) => scene.Stage.Database.Start(),
    };

    public static Fault Hang { get; } = new("database-hang", "PostgreSQL stands still for 20 s, with all connections open", Patience.FromHeal(15))
    {
        Begin = (scene, _) =>
        {
            scene.Stage.Database.Pause();
            return Task.CompletedTask;
        },
        Lasts = TimeSpan.FromSeconds(20),
        End = (scene, _) =>
        {
            scene.Stage.Database.Resume();
            return Task.CompletedTask;
        },
    };

    public static Fault DiskFull { get; } = new("disk-full", "the database's disk is full for 20 s", Patience.FromHeal(30))
    {
        Needs = new Needs { Disk = true },
        Begin = (scene, _) => scene.Disk.Fill(),
        Lasts = TimeSpan.FromSeconds(20),
        End = (scene, _) =>
        {
            scene.Disk.Free();
            return scene.Stage.Database.Revive();
        },
    };

    public static Fault Blips(int times, TimeSpan apart) => new("database-blips", $"all connections to PostgreSQL break, {times} times", Patience.FromMessage(5))
    {
        Begin = async (scene, cancel) =>
        {
            for (var blip = 0; blip < times; blip++)
            {
                await scene.Stage.Database.CutConnections();
                await Task.Delay(apart, scene.Clock, cancel);
            }
        },
    };
}

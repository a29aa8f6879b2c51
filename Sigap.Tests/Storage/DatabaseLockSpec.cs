using System.Diagnostics;
using Sigap.Host.Storage;

namespace Sigap.Tests.Storage;

public sealed class DatabaseLockSpec : IDisposable
{
    private readonly TempDatabase _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void A_second_one_on_the_same_file_refuses_to_start()
    {
        _ = _temp.Database;

        Should.Throw<DatabaseInUseException>(() => SigapDatabase.Open(_temp.Options, TimeProvider.System))
            .Message.ShouldContain("ConnectionStrings:Sigap");
    }

    [Fact]
    public void The_file_is_free_again_when_its_holder_has_ended()
    {
        DatabaseLock.Take(_temp.Options.File).Dispose();
        File.Exists(_temp.Options.File + ".lock").ShouldBeTrue();

        DatabaseLock.Take(_temp.Options.File).Dispose();
    }

    [Fact]
    public async Task A_lock_ends_with_its_process_even_when_that_is_killed()
    {
        using var holder = HoldInAnotherProcess(_temp.Options.File + ".lock");
        try
        {
            (await holder.StandardOutput.ReadLineAsync()).ShouldBe("held");
            DatabaseLock.TryTake(_temp.Options.File).ShouldBeNull();
        }
        finally
        {
            holder.Kill();
        }

        await holder.WaitForExitAsync();
        DatabaseLock.Take(_temp.Options.File).Dispose();
    }

    [Fact]
    public async Task A_guest_works_on_a_file_that_is_held()
    {
        _ = _temp.Database;
        using var guest = SigapDatabase.OpenAsGuest(_temp.Options, TimeProvider.System);

        guest.IsGuest.ShouldBeTrue();
        await guest.Write((_, _) => { }, default);
    }

    [Fact]
    public void A_guest_on_a_free_file_holds_it()
    {
        using var guest = SigapDatabase.OpenAsGuest(_temp.Options, TimeProvider.System);

        guest.IsGuest.ShouldBeFalse();
        DatabaseLock.TryTake(_temp.Options.File).ShouldBeNull();
    }

    // flock is what the runtime itself uses for FileShare.None; exec, so that the kill meets the holder.
    private static Process HoldInAnotherProcess(string file) => Process.Start(new ProcessStartInfo("bash")
    {
        ArgumentList = { "-c", "exec 9>>\"$0\"; flock -n 9 && echo held; exec cat", file },
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;
}

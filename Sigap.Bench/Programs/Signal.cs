using System.Runtime.InteropServices;

namespace Sigap.Bench.Programs;

/// <summary>What Linux tells a process; nothing happens when the process is gone.</summary>
internal enum Signal
{
    Kill = 9,
    Terminate = 15,
    Continue = 18,
    Stop = 19,
}

internal static class Signals
{
    public static void Send(this Signal signal, int process) => _ = Kill(process, (int)signal);

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}

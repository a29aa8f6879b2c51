using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Sigap.Bench.Micro;

/// <summary>
/// Runs the micro-benchmarks inside this process: no project is generated and built for them, so that they run wherever
/// the bench does.
/// </summary>
internal static class MicroCommand
{
    public static int Run(string filter)
    {
        var config = DefaultConfig.Instance
            .AddJob(Job.ShortRun.WithIterationCount(5).WithToolchain(InProcessEmitToolchain.Instance))
            .WithArtifactsPath(Path.Combine(Path.GetTempPath(), "sigap-bench-micro"))
            .WithOptions(ConfigOptions.DisableLogFile);
        var pattern = filter.Contains('*', StringComparison.Ordinal) ? filter : $"*{filter}*";
        var summaries = BenchmarkSwitcher.FromTypes([typeof(TurnBenchmarks)]).Run(["--filter", pattern], config);
        return summaries.Any(summary => summary.HasCriticalValidationErrors) ? 1 : 0;
    }
}

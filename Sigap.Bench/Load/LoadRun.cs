using System.Diagnostics;
using Sigap.Bench.Programs;
using Sigap.Bench.Results;

namespace Sigap.Bench.Load;

/// <summary>One run: a new Sigap on new data, warmed up, loaded, and looked at when all is quiet again.</summary>
internal sealed class LoadRun(LoadSettings settings, string host, string dataParent, TimeProvider clock, TextWriter progress)
{
    public async Task<Figures> Measure(CancellationToken cancel)
    {
        await using var data = await SigapData.In(dataParent, settings.Postgres);
        var population = new Population(settings.Measured + WarmUpApplicants);
        await using var graph = await GraphStandIn.Start(population, cancel);
        if (settings.Temperature == Temperature.Passive)
        {
            await using var before = await SigapProcess.Start(host, data, graph.Address, cancel);
            var history = (long)settings.Conversations * settings.History;
            await Send("history", before, population, 0, settings.Conversations, history, cancel);
            await DatabaseUse.Quiet(data.Database, clock, cancel);
            await before.Stop(cancel);
        }

        await using var sigap = await SigapProcess.Start(host, data, graph.Address, cancel);
        await WarmUp(sigap, population, cancel);
        await DatabaseUse.Quiet(data.Database, clock, cancel);
        return await Measured(sigap, population, data, cancel);
    }

    /// <summary>Those who only warm up stand behind those who count; warm conversations are warmed by their own messages.</summary>
    private int WarmUpApplicants => settings.Temperature == Temperature.Warm ? 0 : settings.WarmUp;

    private Task WarmUp(SigapProcess sigap, Population population, CancellationToken cancel) => settings.Temperature == Temperature.Warm
        ? Send("warm-up", sigap, population, 0, settings.Conversations, Math.Max(settings.WarmUp, settings.Conversations), cancel)
        : Send("warm-up", sigap, population, settings.Measured, WarmUpApplicants, settings.WarmUp, cancel);

    private async Task<Figures> Measured(SigapProcess sigap, Population population, SigapData data, CancellationToken cancel)
    {
        var (rows, use) = (DatabaseUse.Of(data.Database), ProcessUse.Of(sigap.Id));
        var messages = settings.Temperature == Temperature.Passive ? settings.Conversations : settings.Messages;

        var began = Stopwatch.GetTimestamp();
        var score = await Send("measured", sigap, population, 0, settings.Measured, messages, cancel);
        var took = Stopwatch.GetElapsedTime(began);

        await DatabaseUse.Quiet(data.Database, clock, cancel);
        var useAfter = ProcessUse.Of(sigap.Id);
        var tookInAll = Stopwatch.GetElapsedTime(began);
        if (sigap.Warnings > 0)
        {
            await progress.WriteLineAsync($"Sigap warned {sigap.Warnings} times; its last lines:");
            await progress.WriteLineAsync(sigap.LastLines());
        }

        return Figures.From(score, took, tookInAll, use, useAfter, rows, DatabaseUse.Of(data.Database), population.Tally, sigap);
    }

    private async Task<Score> Send(
        string phase, SigapProcess sigap, Population population, int first, int applicants, long messages, CancellationToken cancel)
    {
        if (messages == 0)
        {
            return new Score();
        }

        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(settings.Seconds), clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancel);
        var payloads = new WebhookPayloads(sigap.EndPoint.ToString(), Secrets.App);
        var loop = new ClosedLoop(new Exchange(payloads, settings.Statuses, clock), population, sigap.EndPoint, settings.Concurrency);
        using var shown = new Progress(phase, messages, progress);
        var score = await loop.Run(first, applicants, messages, shown, either.Token);
        cancel.ThrowIfCancellationRequested();
        return score;
    }
}

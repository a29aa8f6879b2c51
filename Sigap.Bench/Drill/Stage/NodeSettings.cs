using Sigap.Bench.Programs;

namespace Sigap.Bench.Drill.Stage;

/// <summary>What every node of a stage is told, as environment variables.</summary>
/// <param name="Seeds">The same list on every node, in the same order.</param>
/// <param name="More">What a drill sets besides.</param>
internal sealed record NodeSettings(
    string GraphUrl, string MasterKey, string ConnectionString, IReadOnlyList<NodePlace> Seeds, IReadOnlyDictionary<string, string> More)
{
    public Dictionary<string, string> Of(NodePlace place)
    {
        var settings = SigapAtWork.Settings(GraphUrl, MasterKey);
        settings["Urls"] = $"http://{place.Webhook.Address}";
        settings["Database__Provider"] = "postgresql";
        settings["ConnectionStrings__Sigap"] = ConnectionString;
        settings["Cluster__Hostname"] = $"{place.Address}";
        settings["Cluster__Port"] = $"{place.ClusterPort}";
        foreach (var (number, seed) in Seeds.Index())
        {
            settings[$"Cluster__SeedNodes__{number}"] = seed.Seed;
        }

        if (Seeds.Count == 2)
        {
            // Of two, neither is the majority.
            settings["Cluster__SplitBrain"] = "keep-oldest";
        }

        // One line for each entry, with its time: that is what NodeLog counts.
        settings["Logging__Console__FormatterName"] = "simple";
        settings["Logging__Console__FormatterOptions__SingleLine"] = "true";
        settings["Logging__Console__FormatterOptions__UseUtcTimestamp"] = "true";
        settings["Logging__Console__FormatterOptions__TimestampFormat"] = "HH:mm:ss.fff ";
        foreach (var (name, value) in More)
        {
            settings[name] = value;
        }

        return settings;
    }
}

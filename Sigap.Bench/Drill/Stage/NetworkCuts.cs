using System.Collections.Immutable;
using System.Globalization;
using System.Net;
using Sigap.Bench.Programs;

namespace Sigap.Bench.Drill.Stage;

/// <summary>Cuts the cables between nodes by their names. The database and WhatsApp stay within reach of all: the hardest case.</summary>
internal sealed class NetworkCuts
{
    private ImmutableDictionary<string, (string Space, IPAddress Address)> _nodes = ImmutableDictionary<string, (string, IPAddress)>.Empty;

    public void Know(string name, string space, IPAddress address) => _nodes = _nodes.SetItem(name, (space, address));

    /// <summary>Nothing passes between the two groups.</summary>
    public async Task Between(IReadOnlyCollection<string> some, IReadOnlyCollection<string> others)
    {
        await Deafen(some, others, "drop");
        await Deafen(others, some, "drop");
    }

    /// <summary>Nothing that the first sends reaches the second; the other way everything passes.</summary>
    public Task OneWay(string from, string to) => Deafen([to], [from], "drop");

    /// <summary>Of what passes between nodes, so much is lost.</summary>
    public async Task Lose(int percent)
    {
        var share = string.Create(CultureInfo.InvariantCulture, $"numgen random mod 100 < {percent} drop");
        foreach (var name in _nodes.Keys)
        {
            await Deafen([name], [.. _nodes.Keys.Where(other => other != name)], share);
        }
    }

    public async Task Heal()
    {
        foreach (var (space, _) in _nodes.Values)
        {
            await Rules(space, "");
        }
    }

    private async Task Deafen(IReadOnlyCollection<string> listeners, IReadOnlyCollection<string> speakers, string verdict)
    {
        var from = string.Join(", ", speakers.Select(name => _nodes[name].Address));
        foreach (var listener in listeners)
        {
            await Rules(_nodes[listener].Space, $"ip saddr {{ {from} }} {verdict}");
        }
    }

    /// <summary>All rules of a namespace anew: the table is made, so that it can be deleted, and made again.</summary>
    private static Task Rules(string space, string rule) => Tool.Run(
        ["ip", "netns", "exec", space, "nft", "-f", "-"],
        $$"""
        table inet drill
        delete table inet drill
        table inet drill {
            chain heard {
                type filter hook input priority 0; policy accept;
                {{rule}}
            }
        }

        """);
}

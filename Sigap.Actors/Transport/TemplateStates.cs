using System.Collections.Immutable;
using Sigap.Kernel;

namespace Sigap.Transport;

/// <summary>
/// Which templates WhatsApp takes just now, asked before every send and therefore held in memory. One nobody has said
/// anything about counts as approved, for so says the configuration.
/// </summary>
public sealed class TemplateStates(TimeProvider clock)
{
    /// <summary>What an answer said is believed so long: then one is tried, in case the notice of its approval got lost.</summary>
    private static readonly TimeSpan Belief = TimeSpan.FromHours(1);

    private ImmutableHashSet<TemplateKey> _stopped = [];
    private ImmutableDictionary<TemplateKey, DateTimeOffset> _refused = ImmutableDictionary<TemplateKey, DateTimeOffset>.Empty;

    public bool MayBeSent(string name, LanguageCode language)
    {
        var key = new TemplateKey(name, language.Code());
        return !_stopped.Contains(key)
            && !(Volatile.Read(ref _refused).TryGetValue(key, out var until) && clock.GetUtcNow() < until);
    }

    /// <summary>WhatsApp refused one because of its template.</summary>
    /// <returns>True when that was not known.</returns>
    public bool Refuse(string name, LanguageCode language)
    {
        var wasKnown = !MayBeSent(name, language);
        var until = clock.GetUtcNow() + Belief;
        ImmutableInterlocked.AddOrUpdate(ref _refused, new TemplateKey(name, language.Code()), until, (_, _) => until);
        return !wasKnown;
    }

    /// <summary>What the notices of WhatsApp say by now.</summary>
    /// <param name="stopped">Those that are not taken.</param>
    /// <param name="freed">Those newly said to be taken: an older refusal counts no longer.</param>
    public void Learn(ImmutableHashSet<TemplateKey> stopped, IEnumerable<TemplateKey> freed)
    {
        Volatile.Write(ref _stopped, stopped);
        foreach (var key in freed)
        {
            ImmutableInterlocked.TryRemove(ref _refused, key, out _);
        }
    }
}

/// <param name="Language">The code WhatsApp uses.</param>
public readonly record struct TemplateKey(string Name, string Language);

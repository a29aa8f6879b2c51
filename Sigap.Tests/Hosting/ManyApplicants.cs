using System.Collections.Concurrent;
using System.Net;
using Sigap.Tests.Support;

namespace Sigap.Tests.Hosting;

/// <summary>
/// Many applicants write one to three messages each, all at the same time, the second only after everybody's first: when
/// something breaks, it breaks in the middle of all conversations.
/// </summary>
internal sealed class ManyApplicants
{
    public const string Name = "Sulastri Wiryawan";
    private const int AtOnce = 32;
    private static readonly string[] Texts = ["selamat siang kakak", "alamat kantornya dimana", "kantor buka jam berapa"];

    private readonly ConcurrentDictionary<string, byte> _acknowledged = new();
    private readonly Random _random;

    public ManyApplicants(int applicants, int seed)
    {
        _random = new Random(seed);
        var everybody = Enumerable.Range(0, applicants).Select(i => (Number: i, Messages: 1 + _random.Next(3))).ToArray();
        Rounds =
        [
            .. Enumerable.Range(0, Texts.Length).Select(round =>
            {
                var writing = everybody.Where(one => one.Messages > round).ToArray();
                _random.Shuffle(writing);
                return writing.Select(one => new Written(
                    $"10900000000000{1 + (one.Number % 3)}", Phone(seed, one.Number), $"wamid.{seed}.{one.Number}.{round}", Texts[round])).ToArray();
            }),
        ];
        Messages = Rounds.Sum(round => round.Length);
        SomewhereInTheMiddle = (int)(Messages * (0.3 + (0.4 * _random.NextDouble())));
    }

    public Written[][] Rounds { get; }

    public int Messages { get; }

    /// <summary>A number of acknowledged messages at which to break something.</summary>
    public int SomewhereInTheMiddle { get; }

    public int Acknowledged => _acknowledged.Count;

    /// <summary>Posts everything not acknowledged so far, and now and then something that was.</summary>
    public async Task Post(SignedWebhook webhook, double again = 0)
    {
        foreach (var round in Rounds)
        {
            var due = round.Where(message => !_acknowledged.ContainsKey(message.Id) || _random.NextDouble() < again).ToArray();
            await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (message, _) =>
            {
                var body = SignedWebhook.Text(message.Business, message.Phone, message.Id, message.Text, DateTimeOffset.UtcNow, Name);
                if (await webhook.Post(body) == HttpStatusCode.OK)
                {
                    _acknowledged[message.Id] = 0;
                }
            });
        }
    }

    /// <summary>Posts until everything is acknowledged, as WhatsApp does.</summary>
    public async Task PostUntilAcknowledged(SignedWebhook webhook)
    {
        await Post(webhook, again: 0.1);
        await Eventually.Becomes(
            async () =>
            {
                await Post(webhook);
                return Acknowledged == Messages;
            },
            () => $"all {Messages} messages are acknowledged; {Acknowledged} are");
    }

    /// <summary>What must be in no log.</summary>
    public IEnumerable<string> Personal() =>
        Rounds[0].Select(message => message.Phone).Concat(Texts).Append(Name);

    private static string Phone(int seed, int number) => $"62811{seed:000}{number:000000}";

    internal sealed record Written(string Business, string Phone, string Id, string Text);
}

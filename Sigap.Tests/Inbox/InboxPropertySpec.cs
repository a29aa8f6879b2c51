using CsCheck;
using Dapper;
using Microsoft.Extensions.Time.Testing;
using Sigap.Tests.Storage;
using static Sigap.Tests.Inbox.Messages;

namespace Sigap.Tests.Inbox;

/// <summary>Whatever comes and goes: every conversation hears every message once, in the order in which they were sent.</summary>
public sealed class InboxPropertySpec : IDisposable
{
    private static readonly string[] Phones = ["6281100000001", "6281100000002", "6281100000003"];
    private static readonly Gen<(What What, int Who)> Steps =
        Gen.Select(Gen.Enum<What>(), Gen.Int[0, Phones.Length - 1], (what, who) => (what, who));

    private readonly TempDatabase _temp = new();

    public enum What
    {
        Says,
        SaysTwiceAtOnce,
        ComesTwice,
        GoesAway,
        ComesBack,
        Pumps,
        Restarts,
    }

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task Every_message_is_heard_once_and_in_order() => await Steps.Array[1, 40].SampleAsync(Play, iter: 60, threads: 1);

    private async Task Play((What What, int Who)[] steps)
    {
        using (var connection = _temp.Database.Connect())
        {
            connection.Execute("DELETE FROM inbox");
        }

        var time = new FakeTimeProvider(Noon.AddMinutes(1));
        var conversations = new StandInConversations();
        var said = new int[Phones.Length];
        var node = new InboxNode(_temp.Database, conversations, time, attempts: 1000);
        foreach (var (what, who) in steps)
        {
            var (phone, conversation) = (Phones[who], ConversationOf(Phones[who]));
            switch (what)
            {
                case What.Says:
                    await node.Intake.Hear(Message(phone, ++said[who]), default);
                    break;
                case What.SaysTwiceAtOnce:
                    await Task.WhenAll(
                        node.Intake.Hear(Message(phone, ++said[who]), default), node.Intake.Hear(Message(phone, ++said[who]), default));
                    break;
                case What.ComesTwice when said[who] > 0:
                    await node.Intake.Hear(Message(phone, said[who]), default);
                    break;
                case What.GoesAway:
                    conversations.Away = conversations.Away.Add(conversation);
                    break;
                case What.ComesBack:
                    conversations.Away = conversations.Away.Remove(conversation);
                    break;
                case What.Pumps:
                    time.Advance(TimeSpan.FromSeconds(1));
                    await node.Pump.Empty(default);
                    break;
                case What.Restarts:
                    await node.DisposeAsync();
                    node = new InboxNode(_temp.Database, conversations, time, attempts: 1000);
                    await node.Pump.Look(default);
                    break;
            }
        }

        conversations.Away = [];
        time.Advance(TimeSpan.FromMinutes(2));
        await node.Pump.Empty(default);
        await node.DisposeAsync();

        Phones.Select(phone => string.Join(' ', conversations.Heard(phone)))
            .ShouldBe(said.Select(last => string.Join(' ', Enumerable.Range(1, last))));
    }
}

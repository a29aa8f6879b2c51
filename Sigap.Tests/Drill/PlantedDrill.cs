using Sigap.Bench.Drill.Checks;
using Sigap.Bench.Drill.Crowd;
using Sigap.Bench.Drill.Graph;
using Sigap.Content;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Pickup;
using Finding = Sigap.Bench.Drill.Checks.Finding;

namespace Sigap.Tests.Drill;

/// <summary>Ledgers and a journal made by hand, a second between any two things that happen: a test plants a fault in them.</summary>
internal sealed class PlantedDrill
{
    public static readonly PickupDayId Day = new(new OfficeId("jayapura"), new DateOnly(2026, 12, 1));
    public static readonly TimeOnly Slot = new(10, 0);
    public const int PlacesOfTheSlot = 2;

    private static readonly DateTimeOffset Morning = new(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);
    private readonly List<WrittenMessage> _messages = [];
    private readonly List<GraphSend> _sends = [];
    private readonly List<Disturbance> _disturbances = [];
    private readonly Dictionary<string, long> _streams = [];
    private readonly Dictionary<WrittenMessage, long> _replies = [];
    private readonly Dictionary<Citizen, int> _numbers = [];
    private TimeSpan _now;
    private long _parcels;

    public JournalPicture Journal { get; } = new();

    public DatabaseLook Database { get; set; } = new(0, 0, 0, 0, 0);

    public int TooFastForPair { get; set; }

    public FileInfo? Log { get; set; }

    public TimeSpan Now => _now += TimeSpan.FromSeconds(1);

    public static Citizen Person(int index) => new(index, "109000000000001", CitizenNames.ApplicationOf("1106", index), waits: true, booking: null);

    /// <summary>Written, not yet posted.</summary>
    public WrittenMessage Written(Citizen from, string? mark = null)
    {
        var number = _numbers.GetValueOrDefault(from);
        _numbers[from] = number + 1;
        var at = Now;
        var message = new WrittenMessage(from, number, MessageKind.Question, "menu", mark, Morning + at, at);
        _messages.Add(message);
        return message;
    }

    public WrittenMessage Posted(WrittenMessage message)
    {
        message.Posted(++_parcels, Now);
        return message;
    }

    public WrittenMessage Acknowledged(WrittenMessage message)
    {
        message.Acknowledged("sigap-1", Now);
        return message;
    }

    public WrittenMessage Accepted(Citizen from, string? mark = null) => Acknowledged(Posted(Written(from, mark)));

    /// <summary>A turn in the journal.</summary>
    public void Handled(WrittenMessage message, int replies = 1)
    {
        var conversation = Conversation(message.From);
        var reply = Journal.Conversations.TryGetValue(conversation, out var known) ? known.Replies.Count + 1 : 1;
        _replies.TryAdd(message, reply);
        var heard = Morning + Now;
        Reply[] owed = [.. Enumerable.Repeat(new Reply([Part.Of("menu")], []), replies)];
        Journalled(
            $"conversation|{conversation}",
            new TurnTaken(message.Fingerprint, heard, message.SentAt, "v1", null, LanguageCode.Indonesian, [], [.. owed], reply));
    }

    public GraphSend Sent(WrittenMessage message, GraphBehaviour behaviour = GraphBehaviour.Accepts, string text = "", string? phone = null)
    {
        var send = new GraphSend(
            _sends.Count, Now, message.From.Business, phone ?? message.From.Phone, Conversation(message.From), _replies.GetValueOrDefault(message, 99), 1,
            text, behaviour);
        _sends.Add(send);
        return send;
    }

    public void Settled(WrittenMessage message, Settlement how = Settlement.Accepted, bool possiblyTwice = false) => Journalled(
        $"conversation|{Conversation(message.From)}",
        new ReplySettled(_replies[message], Morning + Now, how, PossiblyTwice: possiblyTwice));

    /// <summary>Accepted, handled, sent and settled: all went well.</summary>
    public WrittenMessage Answered(Citizen from, string? mark = null, string text = "")
    {
        var message = Accepted(from, mark);
        Handled(message);
        Sent(message, text: text);
        Settled(message);
        return message;
    }

    public void Booked(string code, string application, bool confirmed = true)
    {
        var number = ApplicationNumber.Parse(application)!.Value;
        DayFact taken = new DayFact.Taken(
            new BookingCode(code), (ulong)code.GetHashCode(StringComparison.Ordinal), null, [new Seat(number, Slot, false)], false, BookingStage.Held,
            Morning.AddMinutes(5), null);
        DayFact[] facts = confirmed ? [taken, new DayFact.Confirmed(new BookingCode(code), Collector.Applicant)] : [taken];
        Journalled($"pickup|{Day.Value}", new DayChanged(Morning + Now, [.. facts], [], 1, []));
    }

    public void Broken(string name, bool cutsSends) => _disturbances.Add(new Disturbance(name, Now, Now, cutsSends));

    /// <summary>A number of a stream is passed over.</summary>
    public void Skip(Citizen from) => _streams[$"conversation|{Conversation(from)}"] = _streams.GetValueOrDefault($"conversation|{Conversation(from)}") + 1;

    public IReadOnlyList<Finding> Look() => [.. DrillChecks.All(Evidence(), new Dictionary<string, string> { ["the app secret"] = "top-secret" })];

    public DrillEvidence Evidence() => new()
    {
        Messages = [.. _messages],
        Sends = [.. _sends],
        Journal = Journal,
        Disturbances = [.. _disturbances],
        Database = Database,
        MostConnections = 60,
        PlanOf = day => new DayPlan(day, TimeSpan.FromHours(9), [new SlotPlan(Slot, Slot.AddMinutes(30), PlacesOfTheSlot, 0)]),
        TooFastForPair = TooFastForPair,
        Logs = Log is null ? [] : [Log],
    };

    private static string Conversation(Citizen of) => $"{of.Business}.person{of.Index}";

    private void Journalled(string stream, object happened)
    {
        _streams[stream] = _streams.GetValueOrDefault(stream) + 1;
        Journal.Take(stream, _streams[stream], happened);
    }
}

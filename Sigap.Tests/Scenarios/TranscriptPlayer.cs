using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Google.Protobuf;
using Microsoft.Extensions.Time.Testing;
using Sigap.Content;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Tests.Scenarios;

/// <summary>
/// Plays a transcript against the engine in virtual time and writes down what really came back, in the same form. Between any
/// two messages it can restart (state and events are written and read back) and repeat the last message.
/// </summary>
internal sealed class TranscriptPlayer
{

    private readonly Transcript _transcript;
    private readonly bool _restarts;
    private readonly bool _repeats;
    private readonly FakeTimeProvider _clock;
    private readonly ScenarioApplications _applications;
    private readonly ConversationEngine _engine;
    private readonly ScenarioWorld _world;
    private readonly StringBuilder _written = new();
    private readonly Office _office;
    private readonly List<(string Manifest, byte[] Bytes)> _events = [];
    private ImmutableArray<OutboundOption> _options = [];
    private Applicant _someone = Applicant.From("6281200000001", "ID.10210000000000000001")!;
    private int _messages;

    /// <summary>A person needs a moment to read.</summary>
    private TimeSpan _pace = TimeSpan.FromSeconds(6);

    public TranscriptPlayer(Transcript transcript, IContentSource content, Sigap.Language.IUnderstanding understanding, bool restarts, bool repeats)
    {
        _transcript = transcript;
        _restarts = restarts;
        _repeats = repeats;
        _office = content.Current.Offices[new OfficeId(transcript.Office)];
        _clock = new FakeTimeProvider(new DateTimeOffset(transcript.StartsAt, _office.UtcOffset).ToUniversalTime());
        _applications = new ScenarioApplications(_office, _clock.GetUtcNow());
        var changing = new ChangingContent(content.Current);
        var id = new ConversationId($"{_office.BusinessNumber}.scenario");
        _world = new ScenarioWorld(_clock, _office, id, changing);
        _engine = new ConversationEngine(
            new ConversationParts(
                changing, understanding, _applications, new ConversationSettings(), _clock, new RepliesUnderWay(), _world, _world.Doors),
            id);
    }

    /// <summary>Every node that was said so far, with the language it was said in.</summary>
    public HashSet<(LanguageCode Language, string Node)> Said { get; } = [];

    public async Task<string> Play()
    {
        foreach (var step in _transcript.Steps)
        {
            switch (step)
            {
                case TranscriptStep.Remark remark:
                    WriteLine(remark.Line);
                    break;
                case TranscriptStep.Passes passes:
                    WriteLine(passes.Line);
                    await Pass(passes.Time);
                    break;
                case TranscriptStep.Pace pace:
                    WriteLine(pace.Line);
                    _pace = pace.Time;
                    break;
                case TranscriptStep.Source source:
                    WriteLine(source.Line);
                    _applications.Away = source.Away;
                    break;
                case TranscriptStep.Desk desk:
                    WriteLine(desk.Line);
                    _world.Away = desk.Away;
                    break;
                case TranscriptStep.Happens happens:
                    WriteLine(happens.Line);
                    await Happen(happens.Who, Filled(happens.What));
                    break;
                case TranscriptStep.Says says:
                    WriteLine($"> {says.Text}");
                    await Say(Filled(says.Text));
                    break;
            }
        }

        return _written.ToString().TrimEnd('\n') + "\n";
    }

    private void WriteLine(string line) => _written.Append(line).Append('\n');

    /// <summary>What nobody can know when the transcript is written.</summary>
    private string Filled(string text) => text
        .Replace("{door}", _world.DoorCode, StringComparison.Ordinal)
        .Replace("{code}", _engine.State.Pickup.Bookings is [.., var last] ? last.At.Code.Value : "{code}", StringComparison.Ordinal);

    private async Task Happen(string who, string what)
    {
        await (who switch
        {
            "counter" => _world.Counter(what),
            "kiosk" => _world.Kiosk(what),
            "officer" => _world.Officer(what),
            "others" => _world.Others(what),
            _ => _world.Calendar(what),
        });
        _world.Deliver(Tell);
    }

    private async Task Say(string text)
    {
        var message = Message(text);
        var heard = await _engine.Hear(message);
        if (_repeats)
        {
            (await _engine.Hear(message)).Turn.ShouldBeNull("a message handled twice made a second event");
        }

        _world.Heard(heard.Turn!);
        Remember(heard.Turn!, ConversationSerializer.TurnTakenManifest, EventWire.ToWire(heard.Turn!).ToByteArray(), heard.Settled);
        Said.UnionWith(heard.Turn!.Replies.SelectMany(reply => reply.Parts).Select(part => (heard.Turn.Language, part.Node)));
        Write(heard.Bubbles, at: null);
        if (heard.Bubbles.IsEmpty && heard.Turn.NotBefore is null)
        {
            WriteLine("<");
        }

        await Pass(_pace);
    }

    /// <summary>What gathered answers to late messages on the way leaves.</summary>
    private async Task Pass(TimeSpan time)
    {
        await _world.Pass(time, Tell);
        var left = _engine.Leave(_office.BusinessNumber);
        Remember(left.Settled);
        Write(left.Bubbles, at: null);
    }

    /// <summary>Something unasked: a reminder, a call, news of a booking.</summary>
    private void Tell(Notify notify)
    {
        var told = _engine.Notify(notify);
        if (_repeats)
        {
            _engine.Notify(notify).Taken.ShouldBeNull("a notice taken twice made a second event");
        }

        if (told.Taken is not { } taken)
        {
            return;
        }

        Remember(taken, ConversationSerializer.NoticeTakenManifest, EventWire.ToWire(taken).ToByteArray(), told.Settled);
        if (!told.Bubbles.IsEmpty)
        {
            Said.UnionWith(taken.Reply.Parts.Select(part => (taken.Language, part.Node)));
        }

        Write(told.Bubbles, _office.Local(_clock.GetUtcNow()));
    }

    /// <summary>The state written and read back, and the state folded anew from all events written and read back, are the same.</summary>
    private void Remember(IConversationEvent happened, string manifest, byte[] bytes, ImmutableArray<ReplySettled> settled)
    {
        if (!_restarts)
        {
            return;
        }

        _events.Add((manifest, bytes));
        Remember(settled);
        var read = StateWire.FromWire(StateWire.ToWire(_engine.State).ToByteArray());
        read.ShouldBe(_engine.State, happened.GetType().Name);
        var folded = _events.Aggregate(Conversation.Origin, (state, written) =>
            ConversationEvolution.Evolve(state, (IConversationEvent)ConversationSerializer.Read(written.Bytes, written.Manifest)));
        folded.ShouldBe(_engine.State);
        _engine.Restore(read);
        _world.Restart();
    }

    private void Remember(ImmutableArray<ReplySettled> settled) =>
        _events.AddRange(settled.Select(reply => (ConversationSerializer.ReplySettledManifest, SendingWire.ToWire(reply).ToByteArray())));

    private InboundMessage Message(string text)
    {
        var id = new MessageId($"wamid.scenario.{++_messages}");
        var now = _clock.GetUtcNow();
        var (late, content) = Late(text);
        var message = new InboundMessage(id, _office.BusinessNumber, _someone, now - late, now, Content(content));
        _someone = message.Content is InboundContent.IdentityChange { NewPhone: { } phone } ? Applicant.From(phone, null)! : _someone;
        return message;
    }

    /// <summary>"{late 25h: halo}" was written a day before it arrived.</summary>
    private static (TimeSpan Late, string Content) Late(string text)
    {
        if (!text.StartsWith("{late ", StringComparison.Ordinal) || text.Split(": ", 2) is not [var late, var content])
        {
            return (TimeSpan.Zero, text);
        }

        return (Transcript.Time(late["{late ".Length..]), content[..^1]);
    }

    private InboundContent Content(string text) => text switch
    {
        ['[', .. var place, ']'] when int.TryParse(place, CultureInfo.InvariantCulture, out var number) =>
            new InboundContent.Tap(_options[number - 1].Id, _options[number - 1].Title),
        ['[', .. var place, ']'] when place.Contains('/', StringComparison.Ordinal) =>
            new InboundContent.Tap($"00000000|{place.Replace('/', '|')}", place),
        ['[', .. var title, ']'] => new InboundContent.Tap(_options.First(option => option.Title == title).Id, title),
        "{image}" => new InboundContent.Media(MediaKind.Image),
        "{video}" => new InboundContent.Media(MediaKind.Video),
        "{voice}" => new InboundContent.Media(MediaKind.Voice),
        "{audio}" => new InboundContent.Media(MediaKind.Audio),
        "{document}" => new InboundContent.Media(MediaKind.Document),
        "{sticker}" => new InboundContent.Media(MediaKind.Sticker),
        "{location}" => new InboundContent.Location(),
        "{contacts}" => new InboundContent.Contacts(),
        "{reaction}" => new InboundContent.Reaction("👍"),
        "{identity}" => new InboundContent.IdentityChange(null, null),
        _ when text.StartsWith("{number: ", StringComparison.Ordinal) => new InboundContent.IdentityChange(text[9..^1], null),
        "{revoke}" => new InboundContent.Revoke(null),
        "{edit}" => new InboundContent.Edit(null, "teks baru"),
        "{welcome}" => new InboundContent.Welcome(),
        "{unsupported}" => new InboundContent.Unsupported("poll"),
        "{empty}" => new InboundContent.Text(""),
        _ when text.StartsWith("{image: ", StringComparison.Ordinal) => new InboundContent.Media(MediaKind.Image, text[8..^1]),
        _ when text.StartsWith("{tap: ", StringComparison.Ordinal) => new InboundContent.Tap(text[6..^1], "?"),
        _ => new InboundContent.Text(text),
    };

    /// <param name="at">For what came unasked: when.</param>
    private void Write(ImmutableArray<OutboundBody> bubbles, DateTimeOffset? at)
    {
        foreach (var bubble in bubbles)
        {
            _options = OptionsOf(bubble) is { IsEmpty: false } options ? options : _options;
            WriteLine("< " + (at is { } moment ? moment.ToString("(yyyy-MM-dd HH:mm) ", CultureInfo.InvariantCulture) : "")
                + string.Join("\n  ", Lines(bubble)));
        }
    }

    private static List<string> Lines(OutboundBody bubble)
    {
        var lines = new List<string>();
        if (FrameOf(bubble).Header is { } header)
        {
            lines.Add($"*{header}*");
        }

        lines.AddRange(bubble.Text.Split('\n'));
        if (FrameOf(bubble).Footer is { } footer)
        {
            lines.Add($"_{footer}_");
        }

        if (OptionsOf(bubble) is { IsEmpty: false } options)
        {
            lines.Add(string.Join(' ', options.Select(option => $"[{option.Title}]")));
        }

        return lines;
    }

    private static (string? Header, string? Footer) FrameOf(OutboundBody body) => body switch
    {
        OutboundBody.Buttons b => (b.Header, b.Footer),
        OutboundBody.List b => (b.Header, b.Footer),
        _ => (null, null),
    };

    private static ImmutableArray<OutboundOption> OptionsOf(OutboundBody body) => body switch
    {
        OutboundBody.Buttons b => b.Options,
        OutboundBody.List b => b.Options,
        OutboundBody.Template b => b.Options,
        _ => [],
    };
}

using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Time.Testing;
using Sigap.Conversations;
using Sigap.Kernel;
using Sigap.Pickup;
using Sigap.Tests.Scenarios;
using Sigap.Tests.Support;
using Sigap.Transport;

namespace Sigap.Tests.Conversations;

/// <summary>The order in which the pickup days hear what one turn wants of them.</summary>
public class QuestionsSpec
{
    private static readonly DateTimeOffset Moment = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);
    private static readonly BusinessNumberId Business = new("109000000000001");
    private static readonly PickupDayId Wednesday = new(new OfficeId("jakarta-pusat"), new DateOnly(2026, 11, 25));
    private static readonly EndBooking Leaving = new(Wednesday, new BookingCode("ABCDEF"), BookingEnd.GivenBack);
    private static readonly GetFree Wanted = new(Wednesday with { Date = new DateOnly(2026, 11, 26) }, Places: 1, Priority: false);
    private readonly SlowDesk _desk = new();

    [Fact]
    public async Task Places_are_given_back_before_others_are_asked_for()
    {
        var answering = Ask(Leaving, Wanted);
        _desk.Heard.ShouldBe([Leaving]);

        _desk.Answer(Leaving, new PickupAnswer.Ended(Leaving.Code, Leaving.Why));
        _desk.Answer(Wanted, PickupAnswer.Done.Now);

        var days = (await answering).ShouldBeOfType<Answer.Days>();
        days.All.ShouldBe([new PickupAnswer.Ended(Leaving.Code, Leaving.Why), PickupAnswer.Done.Now]);
    }

    [Fact]
    public async Task Other_questions_are_asked_at_once()
    {
        var second = Wanted with { Places = 2 };
        var answering = Ask(Wanted, second);
        _desk.Heard.ShouldBe([Wanted, second]);

        _desk.Answer(second, PickupAnswer.Done.Now);
        _desk.Answer(Wanted, PickupAnswer.Done.Now);
        await answering;
    }

    private Task<Answer> Ask(params ImmutableArray<IWithPickupDay> messages)
    {
        var clock = new FakeTimeProvider(Moment);
        var office = RealConfig.Content.Current.OfficeOf(Business)!;
        var message = new InboundMessage(
            new MessageId("wamid.1"), Business, Applicant.From("6281200000001", null)!, Moment, Moment, new InboundContent.Text("halo"));
        return Questions.Answer(new Question.AskDays(messages), message, Moment, new ConversationParts(
            RealConfig.Content,
            RealConfig.Understanding,
            new ScenarioApplications(office, Moment),
            new ConversationSettings(),
            clock,
            new RepliesUnderWay(),
            _desk,
            new DoorCodes([1])));
    }

    /// <summary>Days that answer when they are told to.</summary>
    private sealed class SlowDesk : IPickupDesk
    {
        private readonly ConcurrentDictionary<IWithPickupDay, TaskCompletionSource<PickupAnswer>> _answers = new();

        public ConcurrentQueue<IWithPickupDay> Heard { get; } = new();

        public Task<PickupAnswer> Ask(IWithPickupDay message, CancellationToken cancel)
        {
            Heard.Enqueue(message);
            return To(message).Task;
        }

        public void Answer(IWithPickupDay message, PickupAnswer answer) => To(message).SetResult(answer);

        private TaskCompletionSource<PickupAnswer> To(IWithPickupDay message) => _answers.GetOrAdd(message, _ => new());
    }
}

using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Sigap.Host.Duty;
using Sigap.Tests.Support;

namespace Sigap.Tests.Duty;

/// <summary>Two nodes and one duty, in virtual time.</summary>
public sealed class DutyRosterSpec : IAsyncLifetime
{
    private static readonly TimeSpan Term = TimeSpan.FromSeconds(2);
    private readonly FakeTimeProvider _time = new();
    private readonly Row _row = new();
    private Node _first = null!;
    private Node _second = null!;

    public async Task InitializeAsync()
    {
        (_first, _second) = (new Node("first", _row, _time), new Node("second", _row, _time));
        await _first.Starts();
        await Eventually.Becomes(() => _first.Works == 1, () => "the first is on duty");
        await _second.Starts();
    }

    public async Task DisposeAsync()
    {
        await _first.Stops();
        await _second.Stops();
    }

    [Fact]
    public async Task One_node_works_and_goes_on_working()
    {
        await Pass(TimeSpan.FromSeconds(30));

        (_first.Works, _first.Begun, _second.Begun).ShouldBe((1, 1, 0));
    }

    [Fact]
    public async Task When_the_node_on_duty_stands_still_the_other_takes_over_and_the_first_is_relieved()
    {
        _first.Lease.IsAway = true;

        await Becomes(() => _second.Works == 1 && _first.Works == 0);
    }

    [Fact]
    public async Task A_node_that_was_relieved_begins_anew_with_its_next_turn()
    {
        _first.Lease.IsAway = true;
        await Becomes(() => _second.Works == 1);
        _first.Lease.IsAway = false;
        _second.Lease.IsAway = true;

        await Becomes(() => _first.Works == 1 && _second.Works == 0);
        _first.Begun.ShouldBe(2);
    }

    [Fact]
    public async Task Without_a_database_nobody_works_and_afterwards_one_does()
    {
        (_first.Lease.IsAway, _second.Lease.IsAway) = (true, true);
        await Becomes(() => _first.Works + _second.Works == 0);

        (_first.Lease.IsAway, _second.Lease.IsAway) = (false, false);

        await Becomes(() => _first.Works + _second.Works == 1);
    }

    [Fact]
    public async Task A_node_that_stops_gives_the_duty_back_when_its_work_has_ended()
    {
        await _first.Stops();

        _row.Holder.ShouldBeNull();
        await Becomes(() => _second.Works == 1);
    }

    [Fact]
    public async Task A_node_whose_actors_took_the_whole_time_of_a_stop_ends_without_a_failure()
    {
        await _first.Stops(new CancellationToken(canceled: true));

        _row.Holder.ShouldBe("first", "its term ends by itself");
        await Becomes(() => _second.Works == 1);
    }

    private async Task Pass(TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += Term / 8)
        {
            _time.Advance(Term / 8);
            await Task.Yield();
        }
    }

    private Task Becomes(Func<bool> condition) => Eventually.Becomes(
        () =>
        {
            _time.Advance(Term / 8);
            return condition();
        },
        () => $"the first works {_first.Works}, the second {_second.Works}");

    private sealed class Node
    {
        private readonly DutyRoster _roster;
        private readonly CancellationTokenSource _stop = new();
        private Task _work = Task.CompletedTask;
        private int _begun;
        private int _works;

        public Node(string name, Row row, TimeProvider time)
        {
            Lease = new RowLease(name, row, time);
            _roster = new DutyRoster(Lease, time, NullLogger<DutyRoster>.Instance);
        }

        public RowLease Lease { get; }

        public int Begun => Volatile.Read(ref _begun);

        public int Works => Volatile.Read(ref _works);

        public async Task Starts()
        {
            await _roster.StartAsync(default);
            _work = _roster.OnDuty(Work, _stop.Token);
        }

        public async Task Stops(CancellationToken outOfTime = default)
        {
            await _stop.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(_work);
            await _roster.StopAsync(outOfTime);
        }

        private async Task Work(CancellationToken relieved)
        {
            Interlocked.Increment(ref _begun);
            Interlocked.Increment(ref _works);
            try
            {
                await Task.Delay(Timeout.Infinite, relieved);
            }
            finally
            {
                Interlocked.Decrement(ref _works);
            }
        }
    }

    private sealed class Row
    {
        public Lock Change { get; } = new();

        public string? Holder { get; set; }

        public DateTimeOffset Until { get; set; }
    }

    private sealed class RowLease(string holder, Row row, TimeProvider time) : IDutyLease
    {
        /// <summary>The way to the row is cut.</summary>
        public bool IsAway { get; set; }

        public TimeSpan Term => DutyRosterSpec.Term;

        public Task<bool> Take(CancellationToken cancel)
        {
            lock (row.Change)
            {
                if (IsAway)
                {
                    throw new IOException("away");
                }

                var now = time.GetUtcNow();
                if (row.Holder != holder && row.Holder is not null && row.Until > now)
                {
                    return Task.FromResult(false);
                }

                (row.Holder, row.Until) = (holder, now + Term);
                return Task.FromResult(true);
            }
        }

        public Task Leave(CancellationToken cancel)
        {
            cancel.ThrowIfCancellationRequested();
            lock (row.Change)
            {
                row.Holder = row.Holder == holder ? null : row.Holder;
                return Task.CompletedTask;
            }
        }
    }
}

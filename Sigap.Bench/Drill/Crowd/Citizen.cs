namespace Sigap.Bench.Drill.Crowd;

/// <summary>
/// One invented applicant of the crowd. Who waits writes on only when everything before is acknowledged; who books, when it is
/// answered too; who is impatient, at any time.
/// </summary>
internal sealed class Citizen(int index, string business, string application, bool waits, BookingTalk? booking)
{
    /// <summary>So many messages are under way at most for somebody impatient: after that even they wait.</summary>
    private const int MostUnderWay = 10;

    /// <summary>Who books and hears nothing for so long begins anew.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Lock _lock = new();
    private int _written;
    private int _underWay;
    private bool _hasHeard = true;
    private string? _heard;
    private TimeSpan _lastWritten;

    public int Index => index;

    public string Phone { get; } = CitizenNames.PhoneOf(index);

    public string Business => business;

    /// <summary>The number of a passport application that is ready.</summary>
    public string Application => application;

    public bool Books => booking is not null;

    public bool IsImpatient => !waits;

    /// <summary>Null when it is not the time to write.</summary>
    public WrittenMessage? Write(Func<int, (MessageKind Kind, string Text, string? Mark)> what, DateTimeOffset sentAt, TimeSpan now)
    {
        lock (_lock)
        {
            var awaitsAnswer = Books && !_hasHeard && now - _lastWritten < Patience;
            if (_underWay >= (waits ? 1 : MostUnderWay) || awaitsAnswer)
            {
                return null;
            }

            var (kind, text, mark) = booking is null ? what(_written) : (MessageKind.Booking, booking.Next(_heard), null);
            (_hasHeard, _heard, _lastWritten) = (false, null, now);
            _underWay++;
            return new WrittenMessage(this, _written++, kind, text, mark, sentAt, now);
        }
    }

    public void Acknowledged()
    {
        lock (_lock)
        {
            _underWay--;
        }
    }

    /// <summary>A reply was taken for this applicant's phone.</summary>
    public void Hear(string text)
    {
        lock (_lock)
        {
            _hasHeard = true;
            _heard = Books ? text : null;
        }
    }
}

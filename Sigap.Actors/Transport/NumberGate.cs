namespace Sigap.Transport;

/// <summary>
/// Whether a business number may send: freely; or, after something went wrong with all of it, one probe at a time until one
/// is answered. What began before it closed tells it nothing any more.
/// </summary>
internal sealed class NumberGate(TransportSettings settings)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan WholeSecond = TimeSpan.FromSeconds(1);

    /// <summary>A failure that is told later than this says nothing of how things are now, unless the wait it asks for is longer.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private int _failures;
    private bool _isProbed;

    /// <summary>Null while it is open.</summary>
    public Closing? Why { get; private set; }

    /// <summary>When the next probe may leave.</summary>
    public DateTimeOffset ProbeAt { get; private set; } = DateTimeOffset.MinValue;

    /// <summary>How often in a row it closed without having been open between.</summary>
    public int InARow { get; private set; }

    /// <summary>Tells sends that began before it closed from those after.</summary>
    public int Era { get; private set; }

    public bool IsOpen => Why is null;

    public bool MayStart(DateTimeOffset now) => IsOpen || (now >= ProbeAt && !_isProbed);

    /// <returns>The era the send belongs to: its end is told with it.</returns>
    public int Begin()
    {
        _isProbed = !IsOpen;
        return Era;
    }

    /// <summary>WhatsApp answered, and said nothing against the number.</summary>
    /// <returns>True when that opened it.</returns>
    public bool Answered(int era)
    {
        if (era != Era)
        {
            return false;
        }

        var opens = !IsOpen;
        (_failures, InARow, Why, _isProbed) = (0, 0, null, false);
        return opens;
    }

    /// <summary>No answer came, or one that says that the service itself fails.</summary>
    /// <returns>True when that closed it, or kept it closed.</returns>
    public bool Failed(int era, DateTimeOffset now)
    {
        if (era != Era || (IsOpen && ++_failures < settings.BreakerAfter))
        {
            return false;
        }

        var pause = settings.BreakerPause * Math.Pow(2, Math.Min(InARow, 10));
        Close(IsOpen ? Closing.Broken : Why!.Value, now + (pause < LongestPause ? pause : LongestPause));
        return true;
    }

    /// <summary>WhatsApp said that nothing more of this number is taken for now.</summary>
    /// <returns>False for a send that began before it closed.</returns>
    public bool Held(int era, Closing why, TimeSpan time, DateTimeOffset now)
    {
        if (era != Era)
        {
            return false;
        }

        Close(why, now + time);
        return true;
    }

    /// <summary>A status says that WhatsApp took a message and let it fail, for what concerns everything of the number.</summary>
    /// <param name="at">When it failed.</param>
    /// <returns>False when that is no news: it is closed, has opened since, or the failure is too long ago.</returns>
    public bool FailedLater(Closing why, TimeSpan time, DateTimeOffset at, DateTimeOffset now)
    {
        // WhatsApp tells whole seconds. What failed before the last probe left belongs to what closed it then.
        if (!IsOpen || at + WholeSecond <= ProbeAt || at + (time > Fresh ? time : Fresh) <= now)
        {
            return false;
        }

        Close(why, at + time > now ? at + time : now + time);
        return true;
    }

    /// <summary>The reason may be gone: it is probed at once.</summary>
    public void ProbeNow(DateTimeOffset now)
    {
        if (Why == Closing.Stopped)
        {
            // A probe under way carries the old credentials.
            Era++;
            (_isProbed, ProbeAt) = (false, now);
        }
    }

    private void Close(Closing why, DateTimeOffset until)
    {
        Era++;
        InARow++;
        (_failures, _isProbed, Why, ProbeAt) = (0, false, why, until);
    }
}

/// <summary>Why a business number does not send freely.</summary>
internal enum Closing
{
    /// <summary>WhatsApp asked it to wait.</summary>
    Held = 1,

    /// <summary>It cannot send until an operator has acted: token, payment, registration.</summary>
    Stopped = 2,

    /// <summary>WhatsApp cannot be reached, or fails.</summary>
    Broken = 3,
}

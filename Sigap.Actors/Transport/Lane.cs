namespace Sigap.Transport;

/// <summary>How urgent a message is: a better lane is served first, all lanes share the limit of the business number.</summary>
public enum Lane
{
    /// <summary>Somebody waits for it.</summary>
    Reply = 0,

    /// <summary>Something happened that concerns its applicant now.</summary>
    Notice = 1,

    /// <summary>Reminders that go to many at the same hour.</summary>
    Bulk = 2,
}

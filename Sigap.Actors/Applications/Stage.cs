namespace Sigap.Applications;

/// <summary>The stages an application passes, and the ends it can come to.</summary>
public enum Stage
{
    DocumentsReceived = 1,
    InterviewAndBiometrics = 2,
    AwaitingPayment = 3,
    Verification = 4,
    Adjudication = 5,
    BookAllocated = 6,
    Printing = 7,
    ReadyForCollection = 8,
    HandedOver = 9,
    DocumentsMissing = 10,
    Suspended = 11,
    Refused = 12,
    Cancelled = 13,
}

public static class Stages
{
    /// <summary>The name used in CSV files, the REST API and content keys: <c>ready-for-collection</c>.</summary>
    public static string Name(this Stage stage) => stage switch
    {
        Stage.DocumentsReceived => "documents-received",
        Stage.InterviewAndBiometrics => "interview-and-biometrics",
        Stage.AwaitingPayment => "awaiting-payment",
        Stage.Verification => "verification",
        Stage.Adjudication => "adjudication",
        Stage.BookAllocated => "book-allocated",
        Stage.Printing => "printing",
        Stage.ReadyForCollection => "ready-for-collection",
        Stage.HandedOver => "handed-over",
        Stage.DocumentsMissing => "documents-missing",
        Stage.Suspended => "suspended",
        Stage.Refused => "refused",
        Stage.Cancelled => "cancelled",
        _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "Not a stage"),
    };

    public static readonly IReadOnlyList<Stage> All = Enum.GetValues<Stage>();

    public static Stage? Parse(string? name) =>
        All.Where(stage => stage.Name() == name).Select(stage => (Stage?)stage).FirstOrDefault();
}

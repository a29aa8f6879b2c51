namespace Sigap.Language;

/// <summary>What a text asks for.</summary>
public enum Intent
{
    Unknown = 0,
    Status = 1,
    Payment = 2,
    Requirements = 3,
    PickupQueue = 4,
    FeedbackCompliment = 5,
    FeedbackComplaint = 6,
    Greeting = 7,
    Thanks = 8,
    LanguageSwitch = 9,
    Human = 10,
    Cancel = 11,
    Menu = 12,
    OutOfScope = 13,
    OfficeHours = 14,
    Yes = 15,
    No = 16,
    Back = 17,
}

public static class Intents
{
    /// <summary>The name used in files and by <c>-- understand</c>: <c>pickup_queue</c>.</summary>
    public static string Name(this Intent intent) => intent switch
    {
        Intent.Status => "status",
        Intent.Payment => "payment",
        Intent.Requirements => "requirements",
        Intent.PickupQueue => "pickup_queue",
        Intent.FeedbackCompliment => "feedback_compliment",
        Intent.FeedbackComplaint => "feedback_complaint",
        Intent.Greeting => "greeting",
        Intent.Thanks => "thanks",
        Intent.LanguageSwitch => "language_switch",
        Intent.Human => "human",
        Intent.Cancel => "cancel",
        Intent.Menu or Intent.Back => "menu",
        Intent.OutOfScope => "out_of_scope",
        Intent.OfficeHours => "office_hours",
        Intent.Yes => "yes",
        Intent.No => "no",
        _ => "unknown",
    };
}

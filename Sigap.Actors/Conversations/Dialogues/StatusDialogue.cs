using System.Globalization;
using Sigap.Kernel;
using Sigap.Language;

namespace Sigap.Conversations.Dialogues;

/// <summary>The application number, then the birth date, then the stage in plain words.</summary>
internal static class StatusDialogue
{
    public const string AskNumber = "status.ask-number";

    private const string WhichNumber = "status.which-number";

    /// <summary>Takes a number and a birth date that are in the message already. "Another number" in a proof stays for what it was for.</summary>
    public static void Start(TurnDraft turn) => StartFor(turn, PurposeOf(turn));

    /// <param name="party">The proof is for booking, and these come along already; null: for seeing the status.</param>
    public static void StartFor(TurnDraft turn, Party? party)
    {
        if (IsLocked(turn))
        {
            return;
        }

        turn.Enter(new Step.AwaitingNumber(For: party));
        if (turn.Input.Reading is { } reading && NumberIn(reading) is not null)
        {
            Continue(turn, new Step.AwaitingNumber(For: party));
            return;
        }

        AskForNumber(turn);
    }

    /// <summary>What the open proof is for.</summary>
    public static Party? PurposeOf(TurnDraft turn) => turn.Step switch
    {
        Step.AwaitingNumber awaiting => awaiting.For,
        Step.AwaitingBirthDate awaiting => awaiting.For,
        _ => null,
    };

    /// <summary>A birth date that came without its number: too late, or too early.</summary>
    public static bool HasOnlyBirthDate(TurnDraft turn) => turn.Input.Intent == Intent.Unknown && BirthDateIn(turn) is not null;

    /// <summary>The first number in the text that may have to do with an application.</summary>
    public static FoundNumber? NumberIn(Reading reading)
    {
        if (reading.Numbers.IsDefaultOrEmpty)
        {
            return null;
        }

        return reading.Numbers.FirstOrDefault(number => number.Kind == NumberKind.ApplicationNumber) ?? reading.Numbers[0];
    }

    public static bool Continue(TurnDraft turn, Step.AwaitingNumber awaiting)
    {
        if (NumberIn(turn.Input.Reading!) is not { } number)
        {
            return AskAgainUnlessOtherSubject(turn);
        }

        if (number.Kind is not NumberKind.ApplicationNumber && Completes(awaiting.FirstHalf, number.Digits))
        {
            TakeNumber(turn, ApplicationNumber.Parse(awaiting.FirstHalf + number.Digits)!.Value);
            return true;
        }

        switch (number.Kind)
        {
            case NumberKind.ApplicationNumber:
            case NumberKind.ApplicationOrPopulationNumber when awaiting.SurelyApplication:
                TakeNumber(turn, ApplicationNumber.Parse(number.Digits)!.Value);
                break;
            case NumberKind.ApplicationOrPopulationNumber:
                turn.Enter(awaiting);
                turn.Say(WhichNumber);
                turn.OfferOptionsOf(WhichNumber);
                break;
            case NumberKind.Fragment:
                TakeHalf(turn, number.Digits);
                break;
            case NumberKind.TooLong:
                AskAfter(turn, "status.wrong-length", ("count", Count(number.Digits.Length)));
                break;
            default:
                AskAfter(turn, Explanation(number.Kind));
                break;
        }

        return true;
    }

    public static bool ChooseNumberKind(TurnDraft turn, string option)
    {
        if (turn.Step is not Step.AwaitingNumber)
        {
            return false;
        }

        if (option == "application")
        {
            turn.Enter(new Step.AwaitingNumber(SurelyApplication: true, For: PurposeOf(turn)));
            turn.Say(AskNumber);
            turn.OfferOptionsOf(AskNumber);
        }
        else
        {
            AskAfter(turn, Explanation(NumberKind.PopulationNumber));
        }

        return true;
    }

    public static bool Continue(TurnDraft turn, Step.AwaitingBirthDate awaiting)
    {
        if (IsLocked(turn))
        {
            return true;
        }

        var reading = turn.Input.Reading!;
        if (!reading.Numbers.IsDefaultOrEmpty && reading.Numbers.Any(number => number.Kind == NumberKind.ApplicationNumber))
        {
            return Continue(turn, new Step.AwaitingNumber(For: awaiting.For));
        }

        if (BirthDateIn(turn) is { } birthDate)
        {
            StatusProof.Try(turn, awaiting.Number, birthDate);
            return true;
        }

        if (IsOtherSubject(reading))
        {
            return false;
        }

        turn.Say("status.birth-date-unclear");
        turn.OfferOptionsOf("status.birth-date-unclear");
        return true;
    }

    public static void AskForBirthDate(TurnDraft turn, ApplicationNumber number)
    {
        turn.Say("status.ask-birth-date", ("number", StatusProof.Masked(number)));
        turn.OfferOptionsOf("status.ask-birth-date");
    }

    private static void TakeNumber(TurnDraft turn, ApplicationNumber number)
    {
        var office = turn.Around.Office;
        if (number.OfficeCode != office.ApplicationCode)
        {
            AskAfter(turn, "status.other-office", ("code", number.OfficeCode));
            return;
        }

        turn.Enter(new Step.AwaitingBirthDate(number, PurposeOf(turn)));
        if (BirthDateIn(turn) is { } birthDate)
        {
            StatusProof.Try(turn, number, birthDate);
            return;
        }

        AskForBirthDate(turn, number);
    }

    private static void TakeHalf(TurnDraft turn, string digits)
    {
        if (digits.Length >= ApplicationNumber.Length)
        {
            AskAfter(turn, "status.wrong-length", ("count", Count(digits.Length)));
            return;
        }

        turn.Enter(new Step.AwaitingNumber(digits, For: PurposeOf(turn)));
        turn.Say("status.half-number", ("count", Count(digits.Length)), ("missing", Count(ApplicationNumber.Length - digits.Length)));
        turn.OfferOptionsOf("status.half-number");
    }

    private static bool Completes(string firstHalf, string digits) =>
        firstHalf.Length > 0 && firstHalf.Length + digits.Length == ApplicationNumber.Length && digits.All(char.IsAsciiDigit);

    public static void AskForNumber(TurnDraft turn) => AskAfter(turn, PurposeOf(turn) switch
    {
        null => AskNumber,
        { Applications.IsEmpty: true } => "booking.prove",
        _ => "booking.prove-family",
    });

    /// <summary>Explains, and waits for a number (again).</summary>
    private static void AskAfter(TurnDraft turn, string node, params ReadOnlySpan<(string, string)> values)
    {
        turn.Enter(new Step.AwaitingNumber(For: PurposeOf(turn)));
        turn.Say(node, values);
        turn.OfferOptionsOf(node);
    }

    private static bool AskAgainUnlessOtherSubject(TurnDraft turn)
    {
        if (IsOtherSubject(turn.Input.Reading!))
        {
            return false;
        }

        AskForNumber(turn);
        return true;
    }

    /// <summary>Whoever asks something else in the middle gets an answer to it.</summary>
    private static bool IsOtherSubject(Reading reading) =>
        reading.Topic is not null
        || reading.Intent is not (Intent.Unknown or Intent.Status or Intent.Yes or Intent.No or Intent.Greeting);

    private static bool IsLocked(TurnDraft turn)
    {
        if (!turn.Before.Lookups.IsLocked(turn.Now))
        {
            return false;
        }

        StatusProof.SayLocked(turn, turn.Before.Lookups.LockedUntil);
        return true;
    }

    private static DateOnly? BirthDateIn(TurnDraft turn) =>
        turn.Input.Text is { } text ? BirthDates.Find(text, turn.Around.Office.LocalDate(turn.Now)) : null;

    private static string Explanation(NumberKind kind) => kind switch
    {
        NumberKind.PopulationNumber => "status.is-population-number",
        NumberKind.BillingCode => "status.is-billing-code",
        NumberKind.Ntpn => "status.is-ntpn",
        NumberKind.PassportNumber => "status.is-passport-number",
        NumberKind.Phone => "status.is-phone",
        _ => AskNumber,
    };

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);
}

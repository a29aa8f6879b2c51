using Sigap.Applications;
using Sigap.Content;
using Sigap.Kernel;

namespace Sigap.Host.Applications;

/// <summary>
/// Invented applications for trying Sigap out: a hundred for each office, in every stage, dated relative to today, and a
/// few that are always the same. Nobody of these names applied for anything.
/// </summary>
public static class DemoApplications
{
    public const int PerOffice = 100;
    public static readonly OfficeId KnownOffice = new("jakarta-pusat");
    public static readonly DateOnly KnownBirthDate = new(1990, 8, 17);

    /// <summary>One for each stage, for documentation and tests. Their birth date is 17-08-1990.</summary>
    public static readonly IReadOnlyList<KnownApplication> Known =
    [
        new("1106000000000011", "Budi Santoso", Stage.DocumentsReceived, 0),
        new("1106000000000012", "Siti Rahmawati", Stage.InterviewAndBiometrics, 0),
        new("1106000000000013", "Agus Prasetyo", Stage.AwaitingPayment, 1),
        new("1106000000000014", "Dewi Lestari Putri", Stage.Verification, 1),
        new("1106000000000015", "Made Wirawan", Stage.Adjudication, 2),
        new("1106000000000016", "Yohanes Tabuni", Stage.BookAllocated, 1),
        new("1106000000000017", "Rina Marlina", Stage.Printing, 1),
        new("1106000000000018", "Ahmad Fauzi", Stage.ReadyForCollection, 3),
        new("1106000000000019", "Maria Kambuaya", Stage.HandedOver, 2),
        new("1106000000000020", "Eko Nugroho", Stage.DocumentsMissing, 2),
        new("1106000000000021", "Wayan Sudiarta", Stage.Suspended, 6),
        new("1106000000000022", "Linda Hutapea", Stage.Refused, 5),
        new("1106000000000023", "Hendra Gunawan", Stage.Cancelled, 40),
    ];

    private static readonly string[] First =
    [
        "Adi", "Ayu", "Bayu", "Citra", "Dian", "Endah", "Fajar", "Gita", "Hari", "Indah", "Joko", "Kartika", "Lukman",
        "Mega", "Nanda", "Oki", "Putu", "Ratna", "Surya", "Tuti", "Umar", "Vina", "Wulan", "Yanti", "Zainal",
    ];

    private static readonly string[] Last =
    [
        "Anggraini", "Baskoro", "Cahyani", "Darmawan", "Erlangga", "Firmansyah", "Ginting", "Hidayat", "Iskandar",
        "Kurniawan", "Lubis", "Maharani", "Nasution", "Oktaviani", "Permana", "Rumbiak", "Sihombing", "Utami", "Wijaya",
    ];

    // What lies on the desks of an office on an ordinary day: most are under way or ready.
    private static readonly Stage[] Mix =
    [
        Stage.ReadyForCollection, Stage.Printing, Stage.HandedOver, Stage.Adjudication, Stage.DocumentsReceived,
        Stage.ReadyForCollection, Stage.BookAllocated, Stage.AwaitingPayment, Stage.Verification, Stage.HandedOver,
        Stage.ReadyForCollection, Stage.InterviewAndBiometrics, Stage.Printing, Stage.Adjudication, Stage.DocumentsMissing,
        Stage.ReadyForCollection, Stage.Suspended, Stage.HandedOver, Stage.Refused, Stage.Cancelled,
    ];

    /// <summary>The same offices and the same day give the same applications.</summary>
    public static IReadOnlyList<PassportApplication> For(IEnumerable<Office> offices, DateTimeOffset now)
    {
        var ordered = offices.OrderBy(office => office.ApplicationCode, StringComparer.Ordinal).ToList();
        return
        [
            .. ordered.Where(office => office.Id == KnownOffice)
                .SelectMany(office => Known.Select(known => known.At(office, now))),
            .. ordered.SelectMany(office => Enumerable.Range(0, PerOffice).Select(index => Invent(office, index, now))),
        ];
    }

    /// <summary>Loads them into an empty table; a table with anything in it is left alone.</summary>
    /// <returns>How many were loaded.</returns>
    public static async Task<int> LoadIfEmpty(
        IApplicationStore store, IEnumerable<Office> offices, DateTimeOffset now, CancellationToken cancel)
    {
        if (!await store.IsEmpty(cancel))
        {
            return 0;
        }

        var applications = For(offices, now);
        await store.Upsert(applications, cancel);
        return applications.Count;
    }

    private static PassportApplication Invent(Office office, int index, DateTimeOffset now)
    {
        // Steps without common factor with the lists: neighbours differ, and every run is the same.
        var salt = (office.ApplicationCode[3] - '0') + index;
        var name = $"{First[salt * 7 % First.Length]} {Last[salt * 11 % Last.Length]}";
        var birth = new DateOnly(1955 + (salt * 13 % 50), 1 + (salt * 5 % 12), 1 + (salt * 17 % 28));
        var stage = Mix[index % Mix.Length];
        var days = stage switch
        {
            Stage.HandedOver or Stage.Cancelled or Stage.Refused => 3 + (salt * 3 % 40),
            Stage.ReadyForCollection => salt * 3 % 35,
            _ => salt % 4,
        };
        return Make(office, $"{office.ApplicationCode}{100_000 + (index * 37):D12}", birth, name, stage, days, now);
    }

    internal static PassportApplication Make(
        Office office, string number, DateOnly birth, string name, Stage stage, int daysInStage, DateTimeOffset now)
    {
        var today = office.LocalDate(now);
        var stageOn = OnWeekday(today.AddDays(-daysInStage));
        DateOnly? readyOn = stage switch
        {
            Stage.ReadyForCollection => stageOn,
            Stage.HandedOver => OnWeekday(stageOn.AddDays(-2)),
            Stage.Cancelled => OnWeekday(stageOn.AddDays(-31)),
            _ => null,
        };

        // Entered in the morning of that day, local time; today's before now.
        var entered = new DateTimeOffset(stageOn.ToDateTime(new TimeOnly(9, 15)), office.UtcOffset);
        return new PassportApplication(
            ApplicationNumber.Parse(number)!.Value, office.Id, birth, name, stage, stageOn, readyOn, entered < now ? entered : now);
    }

    // Offices work from Monday to Friday.
    private static DateOnly OnWeekday(DateOnly date) => date.DayOfWeek switch
    {
        DayOfWeek.Saturday => date.AddDays(-1),
        DayOfWeek.Sunday => date.AddDays(-2),
        _ => date,
    };
}

/// <summary>An application that is always among the demo data.</summary>
public sealed record KnownApplication(string Number, string Name, Stage Stage, int DaysInStage)
{
    public DateOnly BirthDate => DemoApplications.KnownBirthDate;

    public OfficeId Office => DemoApplications.KnownOffice;

    internal PassportApplication At(Office office, DateTimeOffset now) =>
        DemoApplications.Make(office, Number, BirthDate, Name, Stage, DaysInStage, now);
}

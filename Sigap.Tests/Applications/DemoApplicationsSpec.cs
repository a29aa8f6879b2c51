using Sigap.Applications;
using Sigap.Host.Applications;
using Sigap.Tests.Storage;

namespace Sigap.Tests.Applications;

public class DemoApplicationsSpec
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_same_day_gives_the_same_applications() =>
        DemoApplications.For(SomeContent.Offices, Now).ShouldBe(DemoApplications.For(SomeContent.Offices, Now));

    [Fact]
    public void Every_office_has_some_in_every_ordinary_stage_under_its_own_code()
    {
        var applications = DemoApplications.For(SomeContent.Offices, Now);

        applications.Count.ShouldBe((3 * DemoApplications.PerOffice) + DemoApplications.Known.Count);
        applications.Select(application => application.Number).ShouldBeUnique();
        foreach (var office in SomeContent.Offices)
        {
            var own = applications.Where(application => application.Office == office.Id).ToList();
            own.Select(application => application.Stage).Distinct().Count().ShouldBe(Stages.All.Count);
            own.ShouldAllBe(application => application.Number.OfficeCode == office.ApplicationCode);
        }
    }

    [Fact]
    public void There_is_a_known_one_for_each_stage() =>
        DemoApplications.Known.Select(known => known.Stage).ShouldBe(Stages.All, ignoreOrder: true);

    [Fact]
    public void None_is_dated_in_the_future_or_on_a_weekend()
    {
        // Monday morning in Jakarta, with the weekend behind.
        var monday = new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);
        foreach (var application in DemoApplications.For(SomeContent.Offices, monday))
        {
            application.StageOn.ShouldBeLessThanOrEqualTo(new DateOnly(2026, 11, 23));
            application.StageOn.DayOfWeek.ShouldNotBeOneOf(DayOfWeek.Saturday, DayOfWeek.Sunday);
            application.UpdatedAt.ShouldBeLessThanOrEqualTo(monday);
            (application.ReadyOn ?? application.StageOn).ShouldBeLessThanOrEqualTo(application.StageOn);
        }
    }

    [Fact]
    public async Task They_are_loaded_into_an_empty_table_only()
    {
        using var temp = new TempDatabase();
        var store = new SqlApplicationStore(temp.Database);

        (await DemoApplications.LoadIfEmpty(store, SomeContent.Offices, Now, default)).ShouldBe(313);
        (await DemoApplications.LoadIfEmpty(store, SomeContent.Offices, Now, default)).ShouldBe(0);
    }
}

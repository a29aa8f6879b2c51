using Sigap.Host.Webhook;
using Sigap.Kernel;
using Sigap.Transport;

namespace Sigap.Tests.Webhook;

/// <summary>Every recorded payload becomes what it means.</summary>
public class WebhookReaderFixturesSpec
{
    private static readonly DateTimeOffset Received = new(2026, 10, 26, 3, 0, 0, TimeSpan.Zero);

    public static TheoryData<string> All => Fixtures.Names;

    [Theory]
    [MemberData(nameof(All))]
    public void Every_message_and_status_of_a_payload_is_read(string file)
    {
        var fixture = Fixtures.Named(file);

        var batch = Read(file);

        batch.Messages.Count.ShouldBe(fixture.Heard);
        var unknownStages = batch.Notices.Count(notice => notice.Field == StatusReader.UnknownStage);
        (batch.Statuses.Count + unknownStages).ShouldBe(fixture.Statuses);
        batch.Quarantined.ShouldBeEmpty();
    }

    [Fact]
    public void A_text_tells_who_wrote_what_when_and_to_which_number()
    {
        var message = Only("001");

        message.Business.ShouldBe(new BusinessNumberId("109000000000001"));
        message.From.ShouldBe(Applicant.From("6281200000001", "ID.10210000000000000001"));
        message.SentAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1793000000));
        message.ReceivedAt.ShouldBe(Received);
        message.ProfileName.ShouldBe("Budi Santoso");
        message.Content.ShouldBeOfType<InboundContent.Text>();
    }

    [Theory]
    [InlineData("009", "flow:7f3a|step:menu|row:3", "Cek status pesanan")]
    [InlineData("019", "REMINDER_CONFIRM_42", "Konfirmasi")]
    public void A_tap_goes_by_its_id(string file, string id, string title) =>
        Only(file).Content.ShouldBe(new InboundContent.Tap(id, title));

    [Fact]
    public void A_tap_names_the_message_it_belongs_to() => Only("009").InReplyTo.ShouldNotBeNull();

    [Fact]
    public void The_longest_row_id_is_kept_whole() =>
        Only("257").Content.ShouldBeOfType<InboundContent.Tap>().OptionId.Length.ShouldBe(200);

    [Theory]
    [InlineData("013", "nfm_reply")]
    [InlineData("039", "order")]
    [InlineData("045", null)]
    [InlineData("046", "edit")]
    [InlineData("141", "interactive")]
    public void What_Sigap_cannot_use_is_a_message_all_the_same(string file, string? kind) =>
        Only(file).Content.ShouldBe(new InboundContent.Unsupported(kind));

    [Theory]
    [InlineData("024", MediaKind.Voice)]
    [InlineData("025", MediaKind.Audio)]
    [InlineData("030", MediaKind.Sticker)]
    public void Media_tell_their_kind(string file, MediaKind kind) =>
        Only(file).Content.ShouldBe(new InboundContent.Media(kind));

    [Fact]
    public void A_caption_is_text() =>
        Only("028").Content.ShouldBe(new InboundContent.Media(MediaKind.Document, "KTP saya"));

    [Fact]
    public void Other_kinds_are_told_apart()
    {
        Only("031").Content.ShouldBeOfType<InboundContent.Location>();
        Only("033").Content.ShouldBe(new InboundContent.Contacts());
        Only("034").Content.ShouldBe(new InboundContent.Contacts(Requested: true));
        Only("036").Content.ShouldBe(new InboundContent.Reaction("👍🏽"));
        Only("037").Content.ShouldBe(new InboundContent.Reaction(null));
        Only("049").Content.ShouldBeOfType<InboundContent.Welcome>();
        Only("051").Content.ShouldBeOfType<InboundContent.Edit>().NewText.ShouldBe("Bukti transfer benar");
        Only("052").Content.ShouldBeOfType<InboundContent.Revoke>().Original.ShouldNotBeNull();
    }

    [Fact]
    public void A_change_of_number_names_the_old_and_the_new_one()
    {
        var message = Only("040");

        message.From.Phone.ShouldBe("6281200000001");
        message.Content.ShouldBe(new InboundContent.IdentityChange("6281200000099", null));
    }

    [Fact]
    public void A_change_of_identity_without_sender_belongs_to_the_new_identity()
    {
        var message = Only("042");

        message.From.ShouldBe(Applicant.From(null, "ID.10210000000000000098"));
        message.Content.ShouldBe(new InboundContent.IdentityChange(null, "ID.10210000000000000098"));
    }

    [Fact]
    public void A_change_of_the_scoped_id_goes_to_the_conversation_of_the_old_one()
    {
        var message = Only("182");

        message.From.ShouldBe(Applicant.From("6281200000001", "ID.10210000000000000001"));
        message.Content.ShouldBe(new InboundContent.IdentityChange(null, "ID.10210000000000000099"));
        Only("182").Id.ShouldBe(message.Id);
    }

    [Theory]
    [InlineData("054", "ID.10210000000000000002")]
    [InlineData("057", "ID.10210000000000000003")]
    public void A_sender_without_phone_is_known_by_the_scoped_id(string file, string scopedId)
    {
        Only(file).From.Phone.ShouldBeNull();
        Only(file).From.ScopedId.ShouldBe(scopedId);
    }

    [Theory]
    [InlineData("212", "6281200000001")]
    [InlineData("214", "6281200000001")]
    [InlineData("217", "6281200000001")]
    public void Missing_members_are_fine(string file, string phone)
    {
        Only(file).From.Phone.ShouldBe(phone);
        Only(file).Content.ShouldBeOfType<InboundContent.Text>();
    }

    [Fact]
    public void A_timestamp_may_be_a_number() => Only("223").SentAt.ShouldBe(DateTimeOffset.FromUnixTimeSeconds(1793000000));

    [Fact]
    public void A_timestamp_that_is_none_gives_way_to_the_time_of_arrival() => Only("224").SentAt.ShouldBe(Received);

    [Fact]
    public void Half_a_surrogate_pair_is_replaced() => Text("254").ShouldBe("potong \uFFFD akhir");

    [Fact]
    public void Of_two_equal_members_the_last_one_counts() => Text("256").ShouldBe("kedua");

    [Fact]
    public void A_text_of_the_greatest_length_is_kept_whole() => Text("241").Length.ShouldBe(4096);

    [Fact]
    public void Empty_and_blank_texts_are_texts()
    {
        Text("248").ShouldBeEmpty();
        string.IsNullOrWhiteSpace(Text("247")).ShouldBeTrue();
    }

    [Fact]
    public void A_name_is_one_line_without_control_characters() =>
        Only("215").ProfileName!.Any(char.IsControl).ShouldBeFalse();

    [Fact]
    public void Messages_of_two_numbers_are_routed_by_their_change() =>
        Read("206").Messages.Select(message => message.Business.Value).Distinct().Count().ShouldBe(2);

    [Theory]
    [InlineData("100", DeliveryStage.Sent, null)]
    [InlineData("103", DeliveryStage.Read, null)]
    [InlineData("109", DeliveryStage.Failed, 131047)]
    [InlineData("116", DeliveryStage.Failed, 132015)]
    public void A_status_tells_its_stage_and_its_error(string file, DeliveryStage stage, int? code)
    {
        var status = Read(file).Statuses.ShouldHaveSingleItem();
        status.Stage.ShouldBe(stage);
        status.ErrorCode.ShouldBe(code);
    }

    [Fact]
    public void A_status_gives_back_our_tag() => Read("106").Statuses.ShouldHaveSingleItem().CallbackData.ShouldNotBeNullOrEmpty();

    [Theory]
    [InlineData("140", "errors")]
    [InlineData("161", "message_template_status_update")]
    [InlineData("168", "account_update")]
    [InlineData("180", "user_preferences")]
    [InlineData("185", "smb_message_echoes")]
    [InlineData("186", "history")]
    [InlineData("221", null)]
    public void What_is_not_for_a_conversation_is_a_notice(string file, string? field)
    {
        var batch = Read(file);

        batch.Messages.ShouldBeEmpty();
        var notice = batch.Notices.ShouldHaveSingleItem();
        if (field is not null)
        {
            notice.Field.ShouldBe(field);
        }
    }

    [Fact]
    public void A_redelivered_notice_has_the_same_key() =>
        Read("168").Notices[0].Key.ShouldBe(Read("168").Notices[0].Key);

    private static WebhookBatch Read(string file) => WebhookReader.Read(Fixtures.Bytes(file), Received, _ => true);

    private static InboundMessage Only(string file) => Read(file).Messages.ShouldHaveSingleItem();

    private static string Text(string file) => Only(file).Content.ShouldBeOfType<InboundContent.Text>().Body;
}

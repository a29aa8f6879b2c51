using Sigap.Conversations;

namespace Sigap.Tests.Wire;

/// <summary>A notice comes out of its bytes as it went in: other journals and the reminders table keep these bytes.</summary>
public class NoticeWireSpec
{
    [Fact]
    public void Every_notice_is_read_back_as_it_was()
    {
        foreach (var notice in NoticeSamples.All)
        {
            var read = NoticeWire.FromBytes(NoticeWire.ToBytes(notice));

            read.GetType().ShouldBe(notice.GetType());
            Convert.ToHexString(NoticeWire.ToBytes(read)).ShouldBe(Convert.ToHexString(NoticeWire.ToBytes(notice)));
            read.ShouldBe(notice);
        }
    }

    [Fact]
    public void A_notice_of_a_newer_version_is_refused_with_a_reason() =>
        Should.Throw<InvalidDataException>(() => NoticeWire.FromBytes([0xA2, 0x06, 0x00])).Message.ShouldContain("newer version");
}

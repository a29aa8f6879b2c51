using Sigap.Bench.Drill.Crowd;

namespace Sigap.Tests.Drill;

public sealed class BookingTalkSpec
{
    private readonly BookingTalk _talk = new("1106700000000001", "17-08-1990", [new WantedSlot("1 desember", "jam 10.30")], new Random(1));

    [Theory]
    [InlineData("Untuk memastikan, silakan kirim *nomor permohonan*: 16 angka", "1106700000000001 17-08-1990")]
    [InlineData("Apakah ada di antara pengambil yang berusia 60 tahun ke atas?", "tidak")]
    [InlineData("*Pilih hari* untuk mengambil 1 paspor.", "1 desember jam 10.30")]
    [InlineData("Pilih jam kedatangan, atau ketik jamnya", "jam 10.30")]
    [InlineData("Siapa yang akan mengambil? Dengan memilih, jadwal langsung dipesan.", "saya sendiri")]
    [InlineData("Batalkan jadwal pengambilan Rabu (kode MP5978)?", "ya")]
    [InlineData("Maaf, kami belum mengerti.", "pesan jadwal")]
    public void Who_wants_a_place_answers_what_is_asked(string heard, string said) => _talk.Next(heard).ShouldBe(said);

    [Fact]
    public void Nobody_says_the_same_twice_in_a_row()
    {
        _talk.Next(null).ShouldBe("pesan jadwal");
        _talk.Next("Maaf, kami belum mengerti.").ShouldBe("menu");
        _talk.Next("Maaf, kami belum mengerti.").ShouldBe("pesan jadwal");
    }

    [Theory]
    [InlineData("*Jadwal pengambilan sudah dipesan*\nKode: *MP5978*\n\nRabu", "MP5978")]
    [InlineData("*Jadwal pengambilan Anda*\nKode: *MP5978*\n\nRabu", null)]
    [InlineData("*Biaya paspor*", null)]
    public void The_code_of_a_new_booking_is_read(string reply, string? code) => BookingTalk.ConfirmedIn(reply).ShouldBe(code);
}

using CsCheck;
using Sigap.Kernel;
using Sigap.Language;
using Sigap.Tests.Support;

namespace Sigap.Tests.Language;

public class UnderstandingSpec
{
    private static Reading Read(string text) => RealConfig.Understanding.Read(text);

    [Theory]
    [InlineData("#bayar", Intent.Payment)]
    [InlineData("# Bayar", Intent.Payment)]
    [InlineData("#STATUS", Intent.Status)]
    [InlineData("#syarat", Intent.Requirements)]
    [InlineData("#Ambil", Intent.PickupQueue)]
    [InlineData("# saran", Intent.FeedbackComplaint)]
    [InlineData("#batal", Intent.Cancel)]
    [InlineData("#menu", Intent.Menu)]
    public void The_old_commands_still_work(string text, Intent intent) => Read(text).Intent.ShouldBe(intent);

    [Theory]
    [InlineData("ｃｅｋ ｓｔａｔｕｓ ｐａｓｐｏｒ")]
    [InlineData("𝗰𝗲𝗸 𝘀𝘁𝗮𝘁𝘂𝘀 𝗽𝗮𝘀𝗽𝗼𝗿")]
    [InlineData("сеk stаtus раsроr")]
    [InlineData("ce\u200Bk sta\u0301tus pas\u200Dpor")]
    [InlineData("cekkk statusss pasporrr")]
    [InlineData("cekstatus pspor")]
    [InlineData("cek sttus pasporny dong min")]
    public void Odd_letters_and_slips_are_read_as_meant(string text) => Read(text).Intent.ShouldBe(Intent.Status);

    [Theory]
    [InlineData("kantor buka jam brp")]
    [InlineData("alamat dimana")]
    [InlineData("sabtu buka ga")]
    [InlineData("besok libur ga")]
    [InlineData("opening hours")]
    public void Office_hours_and_address_are_told_from_collecting(string text) => Read(text).Intent.ShouldBe(Intent.OfficeHours);

    [Theory]
    [InlineData("ya", Intent.Yes)]
    [InlineData("iya kak", Intent.Yes)]
    [InlineData("betul", Intent.Yes)]
    [InlineData("oke", Intent.Yes)]
    [InlineData("yes", Intent.Yes)]
    [InlineData("tidak", Intent.No)]
    [InlineData("gak", Intent.No)]
    [InlineData("bukan", Intent.No)]
    [InlineData("ga ada", Intent.No)]
    [InlineData("nope", Intent.No)]
    [InlineData("kembali", Intent.Back)]
    [InlineData("balik", Intent.Back)]
    [InlineData("kembali ke menu utama", Intent.Menu)]
    public void Short_answers_are_answers(string text, Intent intent) => Read(text).Intent.ShouldBe(intent);

    [Theory]
    [InlineData("1", 1)]
    [InlineData("2.", 2)]
    [InlineData("nomor 2", 2)]
    [InlineData("no. 3", 3)]
    [InlineData("pilih 4 kak", 4)]
    [InlineData("dua", 2)]
    [InlineData("yang pertama", 1)]
    [InlineData("1️⃣", 1)]
    [InlineData("①", 1)]
    [InlineData("٣", 3)]
    public void A_small_number_answers_a_menu(string text, int digit) => Read(text).Digit.ShouldBe(digit);

    [Theory]
    [InlineData("paspor 10 tahun")]
    [InlineData("2 paspor")]
    [InlineData("1106")]
    public void A_number_in_a_sentence_answers_no_menu(string text) => Read(text).Digit.ShouldBeNull();

    [Fact]
    public void Two_questions_are_both_noticed()
    {
        var reading = Read("syaratnya apa dan bayarnya berapa");

        reading.Intent.ShouldBe(Intent.Requirements);
        reading.AlsoAsked.ShouldBe(Intent.Payment);
    }

    [Fact]
    public void One_question_about_two_things_is_one_question() =>
        Read("biaya paspor hilang berapa").AlsoAsked.ShouldBeNull();

    [Theory]
    [InlineData("english please", LanguageCode.English)]
    [InlineData("bisa bahasa inggris?", LanguageCode.English)]
    [InlineData("i don't understand indonesian", LanguageCode.English)]
    [InlineData("bahasa indonesia aja", LanguageCode.Indonesian)]
    [InlineData("switch to indonesian", LanguageCode.Indonesian)]
    public void The_language_asked_for_is_named(string text, LanguageCode wanted)
    {
        var reading = Read(text);

        reading.Intent.ShouldBe(Intent.LanguageSwitch);
        reading.WantedLanguage.ShouldBe(wanted);
    }

    [Theory]
    [InlineData("where can i collect my passport", LanguageCode.English)]
    [InlineData("how much is the fee", LanguageCode.English)]
    [InlineData("paspor saya sudah jadi belum", LanguageCode.Indonesian)]
    [InlineData("syaratnya apa aja", LanguageCode.Indonesian)]
    [InlineData("status", null)]
    [InlineData("ok", null)]
    public void The_language_spoken_shows_in_the_words(string text, LanguageCode? spoken) => Read(text).Spoken.ShouldBe(spoken);

    [Theory]
    [InlineData("paspor hilang gimana ngurusnya", "@requirements:lost")]
    [InlineData("syarat paspor anak", "@requirements:child")]
    [InlineData("perpanjang paspor bawa apa", "@requirements:renewal")]
    [InlineData("syarat paspor umroh", "@requirements:haj-umrah")]
    [InlineData("biaya paspor berapa", "payment.fees")]
    [InlineData("uang saya bisa balik ga kalau batal", "payment.refund")]
    [InlineData("kode billing kedaluwarsa", "payment.expired")]
    [InlineData("bayarnya sampai kapan batasnya", "payment.deadlines")]
    [InlineData("surat kuasa ambil paspor", "pickup.proxy")]
    [InlineData("paspor bisa dikirim ke rumah", "pickup.delivery")]
    [InlineData("kantor buka jam berapa", "office")]
    [InlineData("ambil paspor", null)]
    [InlineData("syarat paspor", null)]
    public void A_narrow_question_has_a_narrow_topic(string text, string? topic) => Read(text).Topic.ShouldBe(topic);

    [Fact]
    public void No_text_makes_it_fail_and_the_same_text_reads_the_same()
    {
        var anyUnit = Gen.Char[char.MinValue, char.MaxValue];
        string[] words = ["paspor", "kode billing", "1106", "\ud83d", "2", "gak", "١٢", "é", "🙏🏽", "a1b2"];

        Gen.Select(anyUnit.Array[0, 200], Gen.Int[0, words.Length - 1].Array[0, 20]).Sample((units, chosen) =>
        {
            var text = new string(units) + string.Join(' ', chosen.Select(index => words[index]));

            return Read(text).ToString() == Read(text).ToString();
        });
    }

    [Fact]
    public void Only_the_first_4096_characters_are_read()
    {
        var reading = Read(new string('x', 4096) + " status paspor");

        reading.Intent.ShouldBe(Intent.Unknown);
    }
}

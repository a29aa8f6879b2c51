namespace Sigap.Tests.Simulator;

/// <summary>What the desk of the tests answers: a menu as list, a status with buttons, texts with markup.</summary>
internal static class Replies
{
    public static object To(string phone, string business, string text, string? tapped) => (tapped, text) switch
    {
        ("v1:menu:status", _) => Text(phone, "Silakan kirim *nomor permohonan* Anda (16 angka).\n\nNomor itu ada di bukti pengantar pembayaran, misalnya ```1106000000000017```."),
        ("v1:menu:bayar", _) => Text(phone, "*Cara membayar*\n\n1. Buka M-Paspor, salin _kode billing_.\n2. Bayar lewat bank, kantor pos, atau lokapasar.\n3. Simpan buktinya.\n\n> Sigap tidak pernah meminta uang, OTP, atau foto KTP."),
        ("v1:status:ambil", _) => Text(phone, "Nomor antrean Anda *A-041*, Kamis 26 November pukul 09.20."),
        (not null, _) => Text(phone, "Baik."),
        (_, "1106000000000017") => Buttons(phone),
        _ => Menu(phone, business),
    };

    public static object Text(string phone, string body) => new
    {
        messaging_product = "whatsapp",
        to = "+" + phone,
        type = "text",
        text = new { preview_url = false, body },
        biz_opaque_callback_data = "out:1",
    };

    public static object Menu(string phone, string business = SimulatorHost.JakartaPusat) => new
    {
        messaging_product = "whatsapp",
        to = "+" + phone,
        type = "interactive",
        interactive = new
        {
            type = "list",
            header = new { type = "text", text = "Sigap Imigrasi" },
            body = new { text = $"Selamat datang di *Kantor {SimulatorHost.NameOf(business)}*. Ada yang bisa kami bantu?" },
            footer = new { text = "Ketik MENU kapan saja" },
            action = new
            {
                button = "Lihat pilihan",
                sections = new[]
                {
                    new
                    {
                        title = "Layanan",
                        rows = new[]
                        {
                            new { id = "v1:menu:status", title = "Status permohonan", description = "Dengan nomor permohonan dan tanggal lahir" },
                            new { id = "v1:menu:bayar", title = "Cara membayar", description = "Biaya, batas waktu, dan tempat bayar" },
                            new { id = "v1:menu:syarat", title = "Syarat paspor", description = "Baru, penggantian, hilang, anak" },
                            new { id = "v1:menu:ambil", title = "Antrean pengambilan", description = "Pilih hari dan jam" },
                            new { id = "v1:menu:saran", title = "Kesan dan pesan", description = "Pujian, saran, keluhan" },
                        },
                    },
                },
            },
        },
    };

    public static object Template(string phone, string name, string language, int button, params string[] parameters) => new
    {
        messaging_product = "whatsapp",
        to = "+" + phone,
        type = "template",
        template = new
        {
            name,
            language = new { code = language },
            components = new object[]
            {
                new { type = "body", parameters = parameters.Select(text => new { type = "text", text }) },
                new
                {
                    type = "button",
                    sub_type = "quick_reply",
                    index = $"{button}",
                    parameters = new[] { new { type = "payload", payload = "v|notice.collection|book" } },
                },
            },
        },
    };

    private static object Buttons(string phone) => new
    {
        messaging_product = "whatsapp",
        to = "+" + phone,
        type = "interactive",
        interactive = new
        {
            type = "button",
            body = new { text = "Paspor a.n. *B. S.* sudah *siap diambil* ✅\n\nBawa KTP asli dan bukti bayar. Loket buka Senin–Jumat, 08.00–15.00 WIB." },
            action = new
            {
                buttons = new[]
                {
                    new { type = "reply", reply = new { id = "v1:status:ambil", title = "Ambil antrean" } },
                    new { type = "reply", reply = new { id = "v1:menu", title = "Menu utama" } },
                },
            },
        },
    };
}

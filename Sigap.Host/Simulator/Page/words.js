// The page in two languages. The conversation itself is Sigap's affair.

const WORDS = {
  id: {
    subtitle: "Simulator WhatsApp", add: "Telepon", tryThis: "Coba", other: "English", otherCode: "EN", lost: "Sambungan ke Sigap terputus. Mencoba lagi…",
    online: "online", typing: "mengetik…", message: "Ketik pesan", send: "Kirim", attach: "Lampirkan", emoji: "Emoji", office: "Kantor imigrasi",
    remove: "Hapus telepon ini", developer: "Laci pengembang", close: "Tutup", reply: "Balas", react: "Beri reaksi", again: "Kirim ulang webhook",
    today: "Hari ini", yesterday: "Kemarin", sent: "Terkirim", delivered: "Sampai", read: "Dibaca", you: "Anda", choose: "Pilih salah satu",
    image: "Foto", voice: "Pesan suara", document: "Dokumen", sticker: "Stiker", location: "Lokasi", contacts: "Kontak", video: "Video", audio: "Audio",
    unsupported: "Jajak pendapat", template: "Templat", interactive: "Pilihan", reaction: "Reaksi", fileName: "Bukti bayar.pdf", placeName: "Monumen Nasional",
    start: "Kirim pesan apa saja untuk memulai. Semua di sini hanya simulasi: tidak ada pesan yang benar-benar terkirim.",
    late: "Sampai terlambat", lateNone: "tidak", seconds: "detik", twice: "Kirim dua kali (id sama)", hides: "Sembunyikan nomor telepon",
    wire: "Lalu lintas", wireEmpty: "Belum ada.", poll: "Kirim jenis yang tidak didukung", noAnswer: "tidak ada jawaban",
    newPhone: "Telepon baru", name: "Nama", number: "Nomor (angka saja, 62…)", create: "Tambah", cancel: "Batal", phones: "Telepon", hintsTitle: "Coba tulis",
    hintsMore: "Klik untuk mengisi kotak pesan.", failed: "Tidak terkirim: ", newMessage: "Pesan baru dari ", removeReaction: "Hapus reaksi",
  },
  en: {
    subtitle: "WhatsApp simulator", add: "Phone", tryThis: "Try", other: "Bahasa Indonesia", otherCode: "ID", lost: "Connection to Sigap lost. Trying again…",
    online: "online", typing: "typing…", message: "Type a message", send: "Send", attach: "Attach", emoji: "Emoji", office: "Immigration office",
    remove: "Remove this phone", developer: "Developer drawer", close: "Close", reply: "Reply", react: "React", again: "Resend webhook",
    today: "Today", yesterday: "Yesterday", sent: "Sent", delivered: "Delivered", read: "Read", you: "You", choose: "Choose one",
    image: "Photo", voice: "Voice message", document: "Document", sticker: "Sticker", location: "Location", contacts: "Contact", video: "Video", audio: "Audio",
    unsupported: "Poll", template: "Template", interactive: "Options", reaction: "Reaction", fileName: "Payment receipt.pdf", placeName: "National Monument",
    start: "Send any message to begin. Everything here is simulated: no real message leaves.",
    late: "Deliver late", lateNone: "no", seconds: "seconds", twice: "Deliver twice (same id)", hides: "Hide the phone number",
    wire: "Traffic", wireEmpty: "Nothing yet.", poll: "Send an unsupported kind", noAnswer: "no answer",
    newPhone: "New phone", name: "Name", number: "Number (digits only, 62…)", create: "Add", cancel: "Cancel", phones: "Phones", hintsTitle: "Try writing",
    hintsMore: "Click to fill the message box.", failed: "Not sent: ", newMessage: "New message from ", removeReaction: "Remove reaction",
  },
};

let language = "id";

export const say = word => WORDS[language][word] ?? word;
export const current = () => language;

export function speak(next) {
  language = next === "en" ? "en" : "id";
  document.documentElement.lang = language;
}

const locale = () => language === "en" ? "en-GB" : "id-ID";

export const clock = at => new Date(at).toLocaleTimeString(locale(), { hour: "2-digit", minute: "2-digit" });

export function day(at) {
  const that = new Date(at).setHours(0, 0, 0, 0);
  const age = Math.round((new Date().setHours(0, 0, 0, 0) - that) / 86_400_000);
  if (age === 0) return say("today");
  if (age === 1) return say("yesterday");
  return new Date(at).toLocaleDateString(locale(), { weekday: "long", day: "numeric", month: "long", year: "numeric" });
}

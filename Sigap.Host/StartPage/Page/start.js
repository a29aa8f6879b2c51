// The start page: where to go from here, and whether Sigap is ready.

const WORDS = {
  id: {
    lead: "Layanan informasi paspor lewat WhatsApp: status permohonan, cara bayar, syarat, antrean pengambilan, serta kesan dan pesan. Pemohon menulis, Sigap menjawab dalam hitungan detik, kapan saja.",
    simulator: "Simulator", simulatorNote: "Coba sebagai pemohon: telepon di peramban, tanpa WhatsApp.",
    api: "OpenAPI", apiNote: "REST API untuk sistem kantor.", ready: "Kesehatan", readyNote: "Kesiapan tiap bagian.",
    boards: "Papan antrean di ruang tunggu", code: "Kode pintu hari ini", door: "Kode ini ditempel di pintu ruang tunggu. Pemohon menuliskannya dalam percakapan untuk melapor bahwa ia sudah datang.",
    hints: "Coba tulis", note: "Sigap hanya memberi informasi. Pendaftaran paspor tetap melalui M-Paspor.",
    up: "Siap", down: "Belum siap", other: "English",
  },
  en: {
    lead: "Passport information over WhatsApp: application status, how to pay, what to bring, the pickup queue, compliments and complaints. An applicant writes, Sigap answers within seconds, at any hour.",
    simulator: "Simulator", simulatorNote: "Be the applicant: phones in the browser, no WhatsApp needed.",
    api: "OpenAPI", apiNote: "REST API for office systems.", ready: "Health", readyNote: "Readiness of each part.",
    boards: "Boards of the halls", code: "Today's door code", door: "The code hangs at the door of the hall. An applicant writes it in the chat to say that he is there.",
    hints: "Try writing", note: "Sigap gives information only. Passport registration stays with M-Paspor.",
    up: "Ready", down: "Not ready", other: "Bahasa Indonesia",
  },
};

let language = localStorage.getItem("sigap.language") === "en" ? "en" : "id";
let facts = { simulator: false, boards: [], hints: [] };
let ready = null;

function show() {
  const words = WORDS[language];
  document.documentElement.lang = language;
  document.querySelectorAll("[data-word]").forEach(n => { n.textContent = words[n.dataset.word]; });
  document.getElementById("language").textContent = words.other;
  document.getElementById("simulator").hidden = !facts.simulator;
  showBoards(words);
  document.getElementById("hints").hidden = facts.hints.length === 0;
  document.getElementById("list").replaceChildren(...facts.hints.map(hint => {
    const item = document.createElement("li");
    const text = document.createElement("code");
    const note = document.createElement("span");
    text.textContent = hint.text;
    note.textContent = language === "en" ? hint.english : hint.note;
    item.append(text, note);
    return item;
  }));

  const health = document.getElementById("health");
  health.className = `health ${ready ? "up" : "down"}`;
  health.textContent = ready === null ? "" : ready ? words.up : words.down;
}

function showBoards(words) {
  const section = document.getElementById("boards");
  section.hidden = facts.boards.length === 0;
  section.querySelector(".note").hidden = !facts.boards.some(board => board.door);
  section.querySelector("ul").replaceChildren(...facts.boards.map(board => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = board.path;
    link.textContent = language === "en" ? board.english : board.name;
    item.append(link);
    if (board.door) {
      const note = document.createElement("span");
      const code = document.createElement("code");
      note.textContent = words.code;
      code.textContent = board.door;
      item.append(note, code);
    }
    return item;
  }));
}

document.getElementById("language").onclick = () => {
  language = language === "id" ? "en" : "id";
  localStorage.setItem("sigap.language", language);
  show();
};

const look = async () => {
  ready = await fetch("/health/ready").then(r => r.ok, () => false);
  show();
};

show();
facts = await fetch("/start/facts").then(r => r.json());
await look();
setInterval(look, 10_000);

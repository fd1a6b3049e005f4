// What was typed and is not yet confirmed by the server. Each version of a field lies in localStorage under a key of
// its own until the server says that the database has it; whoever opens the workshop next sends what is left there.

const SENDING = { rest: 800, latest: 2500, again: 2000, slowest: 10000, atOnce: 60, foreign: 5000 };
const PREFIX = "auditmonitor.workshop.";
const NAME_KEY = "auditmonitor.workshop-name";

function storage(kind) {
  try {
    const found = window[kind];
    found.setItem(`${PREFIX}probe`, "1");
    found.removeItem(`${PREFIX}probe`);
    return found;
  } catch {
    return null;
  }
}

function newWord() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

class Outbox {
  constructor() {
    this.local = storage("localStorage");
    this.session = storage("sessionStorage");
    this.entries = new Map(); // by word, in the order of writing
    this.room = "";
    this.send = null;
    this.turn = Date.now();
    this.lastSent = 0;
    this.wait = SENDING.again;
    this.tab = this.session?.getItem(`${PREFIX}tab`) || newWord();
    try { this.session?.setItem(`${PREFIX}tab`, this.tab); } catch { /* it only costs some seconds after a reload */ }
  }

  // Everything of another evening stays where it is: in localStorage, until that evening is opened.
  enter(room) {
    if (room === this.room) return;
    this.room = room;
    this.entries = new Map();
    this.adopt();
  }

  key(word) { return `${PREFIX}${this.room}.${word}`; }

  keep(entry) {
    this.entries.set(entry.word, entry);
    try {
      this.local?.setItem(this.key(entry.word), JSON.stringify(entry));
    } catch { /* full: it still lies in memory and is sent from there */ }
  }

  drop(entry) {
    this.entries.delete(entry.word);
    try {
      const held = JSON.parse(this.local?.getItem(this.key(entry.word)) || "null");
      if (held === null || held.text === entry.text) this.local?.removeItem(this.key(entry.word));
    } catch { this.local?.removeItem(this.key(entry.word)); }
  }

  // Takes over what another tab or an earlier visit left behind; from this very tab at once, from others when it rests.
  adopt() {
    if (!this.local || !this.room) return false;
    const found = [];
    for (let place = 0; place < this.local.length; place += 1) {
      const key = this.local.key(place);
      if (!key?.startsWith(`${PREFIX}${this.room}.`)) continue;
      if (this.entries.has(key.slice(`${PREFIX}${this.room}.`.length))) continue;
      try {
        const entry = JSON.parse(this.local.getItem(key));
        if (entry?.word && (entry.tab === this.tab || Date.now() - entry.touched > SENDING.foreign)) found.push(entry);
      } catch { /* not ours */ }
    }
    found.sort((one, other) => one.begun - other.begun);
    found.forEach((entry) => this.entries.set(entry.word, { ...entry, tab: this.tab, sent: true }));
    if (found.length) this.lastSent = 0;
    return found.length > 0;
  }

  of(subject, field) {
    return [...this.entries.values()].filter((one) => one.subject === subject && one.field === field);
  }

  pending(subject, field) { return this.of(subject, field).at(-1) || null; }

  waiting() { return [...this.entries.values()].filter((one) => !one.refused); }

  // A new version of a field. While the last one has not left yet it is that one, with other words.
  say(subject, field, text, base, by) {
    const last = this.pending(subject, field);
    const now = Date.now();
    if (last && (!last.sent || last.refused)) {
      if (last.refused) this.drop(last);
      const word = last.refused ? newWord() : last.word;
      this.keep({ ...last, word, text, by, touched: now, sent: false, refused: "" });
      return word;
    }
    const parents = last ? [last.word] : base;
    const entry = { word: newWord(), subject, field, text, parents, by, begun: now, touched: now, sent: false };
    this.keep({ ...entry, tab: this.tab, refused: "" });
    return entry.word;
  }

  // What the server says of what it was sent: the database has it, something else has its word, or it cannot be kept.
  hear(received, taken, refused) {
    for (const word of received) {
      const entry = this.entries.get(word);
      if (entry?.sent) { this.drop(entry); this.wait = SENDING.again; }
    }
    for (const word of taken) {
      const entry = this.entries.get(word);
      if (!entry?.sent) continue;
      const renamed = newWord();
      this.drop(entry);
      this.keep({ ...entry, word: renamed, parents: [...entry.parents, word], sent: false });
      for (const later of this.of(entry.subject, entry.field)) {
        if (later.word !== renamed && later.parents.includes(word)) {
          this.keep({ ...later, parents: later.parents.map((parent) => (parent === word ? renamed : parent)) });
        }
      }
    }
    for (const [word, sentence] of Object.entries(refused)) {
      const entry = this.entries.get(word);
      if (entry) this.keep({ ...entry, refused: sentence });
    }
  }

  // Sends everything that is not confirmed: at once, after a rest in typing, or again.
  flush() {
    const waiting = this.waiting().slice(0, SENDING.atOnce);
    if (!waiting.length || !this.send || !isConnected()) return false;
    for (const entry of waiting) if (!entry.sent) this.keep({ ...entry, sent: true, sentAt: Date.now() });
    this.turn += 1;
    this.lastSent = Date.now();
    const notes = waiting.map(({ word, subject, field, text, parents, by }) => (
      { word, subject, field, text, parents, by }));
    this.send({ turn: this.turn, room: this.room, notes });
    return true;
  }

  tick() {
    const now = Date.now();
    const fresh = this.waiting().filter((one) => !one.sent);
    if (fresh.length) {
      const rested = fresh.every((one) => now - one.touched >= SENDING.rest);
      const late = fresh.some((one) => now - one.begun >= SENDING.latest);
      if (rested || late) this.flush();
      return;
    }
    if (!this.waiting().length || now - this.lastSent < this.wait) return;
    if (isRunning() && now - this.lastSent < SENDING.slowest) return;
    if (this.flush()) this.wait = Math.min(this.wait * 1.5, SENDING.slowest);
  }
}

function appState(name) {
  return document.querySelector('[data-testid="stApp"]')?.dataset[name];
}

function isConnected() { return (appState("testConnectionState") || "CONNECTED") === "CONNECTED"; }

function isRunning() { return appState("testScriptState") === "running"; }

function nameKept() {
  try { return window.localStorage.getItem(NAME_KEY) || ""; } catch { return ""; }
}

function keepName(name) {
  try { window.localStorage.setItem(NAME_KEY, name); } catch { /* asked again after a reload */ }
}

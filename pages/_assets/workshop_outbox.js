// What was typed and is not yet confirmed by the server. Each version of a field lies in localStorage under a key of
// its own until the server says that the database has it; whoever opens the workshop next sends what is left there.

const SENDING = { rest: 800, latest: 2500, again: 2000, slowest: 10000, atOnce: 60, foreign: 5000 };
const PREFIX = "auditmonitor.workshop.";
const NAME_KEY = "auditmonitor.workshop-name";

// Milliseconds for pauses: unlike the time of day nobody sets this clock back.
function clock() { return performance.now(); }

function storage() {
  try {
    const found = window.localStorage;
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
    this.local = storage();
    this.entries = new Map(); // by word, in the order of writing
    this.room = "";
    this.rooms = new Map(); // the entries of the rooms that were entered before
    this.send = null;
    this.turn = Date.now();
    this.lastSent = -Infinity;
    this.lastBegun = 0;
    this.wait = SENDING.again;
    this.tab = newWord(); // of this load of the page: a tab that was duplicated is another one
  }

  // Everything of another evening stays where it is: in localStorage, until that evening is opened.
  enter(room) {
    if (room === this.room) return;
    this.rooms.set(this.room, this.entries);
    this.room = room;
    this.entries = this.rooms.get(room) || new Map();
    this.adopt();
  }

  key(word) { return `${PREFIX}${this.room}.${word}`; }

  // An entry into memory and into the browser's store. `begun` orders all entries of a room, whatever the clock says;
  // `since` and `at` are when it was begun and last touched by the clock of this page.
  keep(entry) {
    this.entries.set(entry.word, entry);
    entry.isKept = this.store(entry);
  }

  store(entry) {
    const { since, at, sentAt, isKept, ...lasting } = entry;
    try {
      this.local.setItem(this.key(entry.word), JSON.stringify(lasting));
      return true;
    } catch {
      return false; // none, or full: it lies in memory alone, is sent from there, and that is told
    }
  }

  drop(entry) {
    this.entries.delete(entry.word);
    try {
      const held = JSON.parse(this.local?.getItem(this.key(entry.word)) || "null");
      if (held === null || held.text === entry.text) this.local?.removeItem(this.key(entry.word));
    } catch { this.local?.removeItem(this.key(entry.word)); }
  }

  // Another entry at the place of one, so that none comes before the one it stands on.
  replace(word, entry) {
    const old = this.entries.get(word);
    const all = [...this.entries.values()];
    this.drop(old);
    this.entries = new Map(all.map((one) => (one === old ? [entry.word, entry] : [one.word, one])));
    this.keep(entry);
  }

  isFragile() { return !this.local || this.waiting().some((one) => !one.isKept); }

  // Lets go of everything: who opens the workshop next need not wait until it has rested. None changes any more.
  release() {
    for (const entry of this.waiting()) this.keep({ sentAt: clock(), ...entry, tab: "", sent: true });
  }

  // Takes over what another page or an earlier visit left behind, once that rests; a time to come is none.
  adopt() {
    if (!this.local || !this.room) return false;
    const found = [];
    const now = Date.now();
    for (let place = 0; place < this.local.length; place += 1) {
      const key = this.local.key(place);
      if (!key?.startsWith(`${PREFIX}${this.room}.`)) continue;
      if (this.entries.has(key.slice(`${PREFIX}${this.room}.`.length))) continue;
      try {
        const entry = JSON.parse(this.local.getItem(key));
        const rests = !entry?.tab || entry.touched > now || now - entry.touched > SENDING.foreign;
        if (entry?.word && rests) found.push(entry);
      } catch { /* not ours */ }
    }
    found.sort((one, other) => one.begun - other.begun);
    const times = { since: clock(), at: clock(), sentAt: clock() };
    for (const entry of found) {
      this.keep({ ...entry, ...times, tab: this.tab, sent: true, refused: "" });
      this.lastBegun = Math.max(this.lastBegun, entry.begun);
    }
    if (!found.length) return false;
    this.entries = new Map([...this.entries].sort(([, one], [, other]) => one.begun - other.begun));
    this.lastSent = -Infinity;
    return true;
  }

  of(subject, field) {
    return [...this.entries.values()].filter((one) => one.subject === subject && one.field === field);
  }

  pending(subject, field) { return this.of(subject, field).at(-1) || null; }

  waiting() { return [...this.entries.values()].filter((one) => !one.refused); }

  refused() { return [...this.entries.values()].filter((one) => one.refused); }

  // A new version of a field. While the last one has not left yet it is that one, with other words.
  say(subject, field, text, base, by) {
    const last = this.pending(subject, field);
    const touched = { text, by, touched: Date.now(), at: clock(), sent: false, refused: "", tab: this.tab };
    if (last && (!last.sent || last.refused)) {
      const word = last.refused ? newWord() : last.word;
      if (last.refused) this.replace(last.word, { ...last, ...touched, word });
      else this.keep({ ...last, ...touched });
      return word;
    }
    const parents = last ? [last.word] : base;
    this.lastBegun = Math.max(Date.now(), this.lastBegun + 1);
    const entry = { word: newWord(), subject, field, parents, begun: this.lastBegun, since: clock(), ...touched };
    this.keep(entry);
    return entry.word;
  }

  // What the server says of what it was sent: the database has it, something else has its word, or it cannot be kept.
  hear(received, taken, refused) {
    for (const word of taken) {
      const entry = this.entries.get(word);
      if (!entry?.sent) continue;
      if (this.above(entry).length) this.drop(entry); // who typed on stands on what the database has under its word
      else this.replace(word, { ...entry, word: newWord(), parents: [...entry.parents, word], sent: false });
    }
    for (const word of received) {
      const entry = this.entries.get(word);
      if (entry?.sent) { this.drop(entry); this.wait = SENDING.again; }
    }
    for (const [word, sentence] of Object.entries(refused)) {
      const entry = this.entries.get(word);
      if (!entry) continue;
      const above = this.above(entry);
      for (const one of above) { // who typed on stands on what it stood on
        const parents = one.parents.flatMap((parent) => (parent === word ? entry.parents : [parent]));
        this.keep({ ...one, parents });
      }
      if (above.length) this.drop(entry);
      else this.keep({ ...entry, refused: sentence });
    }
  }

  // What was typed on top of an entry and is not confirmed either.
  above(entry) {
    return this.of(entry.subject, entry.field).filter((one) => one.parents.includes(entry.word));
  }

  // Sends everything that is not confirmed: at once, after a rest in typing, or again.
  flush() {
    const waiting = this.waiting().slice(0, SENDING.atOnce);
    if (!waiting.length || !this.send || !isConnected()) return false;
    for (const entry of waiting) if (!entry.sent) this.keep({ ...entry, sent: true, sentAt: clock() });
    this.turn += 1;
    this.lastSent = clock();
    const notes = waiting.map(({ word, subject, field, text, parents, by }) => (
      { word, subject, field, text, parents, by }));
    this.send({ turn: this.turn, room: this.room, notes });
    return true;
  }

  tick() {
    const now = clock();
    const fresh = this.waiting().filter((one) => !one.sent);
    if (fresh.length) {
      const rested = fresh.every((one) => now - one.at >= SENDING.rest);
      const late = fresh.some((one) => now - one.since >= SENDING.latest);
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

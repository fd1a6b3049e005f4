// The form of the slide that is shown: its groups of fields, the row that is chosen, the keys, and what is said about
// the connection. Streamlit calls the function at the end with new data after every run of the script.

const ROW = "li.slide-row[data-subject]";
const CHOOSE = ".slide-row-choose";
const SLOW = 1500;

class WorkshopForm {
  constructor() {
    this.outbox = new Outbox();
    this.groups = new Map();
    this.added = new Map(); // groups that were added here, by subject, until the server knows them
    this.chosen = new Map(); // the row of each slide
    this.given = new Set();
    this.known = null;
    this.leftAt = this.typedAt = -Infinity;
    this.telling = new Telling(this);
    this.build();
    this.listen();
    setInterval(() => this.tick(), 200);
  }

  build() {
    this.list = make("div", { class: "wf-groups" });
    this.adders = make("div", { class: "wf-adders" });
    this.offices = make("datalist", { id: "wf-offices" });
    this.goals = make("datalist", { id: "wf-goals" });
    this.open = button("wf-open", "", () => this.openRow());
    this.root = make("div", { class: "workshop-form" }, this.list, this.adders, this.open, this.telling.who,
      this.telling.status, this.telling.more, this.goals, this.offices);
  }

  listen() {
    document.addEventListener("keydown", (event) => this.key(event));
    document.addEventListener("click", (event) => {
      const row = event.target.closest?.(ROW);
      if (row && event.target.closest(CHOOSE)) this.choose(row.dataset.subject);
    });
    document.addEventListener("dblclick", (event) => {
      if (event.target.closest?.(ROW)) this.openRow();
    });
    this.root.addEventListener("focusout", (event) => this.holdFocus(event));
    document.addEventListener("pointerdown", () => { this.leftAt = clock(); this.typedAt = -Infinity; }, true);
    window.addEventListener("pagehide", () => { this.outbox.flush(); this.outbox.release(); });
    window.addEventListener("beforeunload", (event) => {
      if (this.outbox.waiting().length && this.outbox.isFragile()) event.preventDefault(); // the browser asks
    });
    document.addEventListener("visibilitychange", () => { if (document.hidden) this.outbox.flush(); });
    new MutationObserver(() => {
      cancelAnimationFrame(this.frame);
      this.frame = requestAnimationFrame(() => this.markRow());
    }).observe(document.body, { childList: true, subtree: true });
  }

  // New data of the server. `component` is what Streamlit gives: the place to draw in, and how to send.
  show({ data, parentElement, setStateValue, setTriggerValue }) {
    this.telling.hear(data.name, data.proposed);
    const moved = this.known && this.known.form.slide !== data.form.slide;
    if (this.known && (moved || this.known.room !== data.room)) this.outbox.flush();
    this.known = data;
    this.trigger = setTriggerValue;
    this.outbox.send = (sent) => setStateValue("outbox", { ...sent, by: this.telling.name });
    this.outbox.enter(data.room);
    this.outbox.hear(data.received, data.taken, data.refused);
    if (moved) this.added.clear();
    if (!parentElement.contains(this.root)) parentElement.append(this.root);
    this.root.dataset.kind = data.form.kind;
    this.root.classList.toggle("is-off", data.off);
    this.root.classList.toggle("is-by-row", data.form.by_row);
    const options = (values) => values.map((value) => make("option", { value }));
    this.offices.replaceChildren(...options(data.form.offices));
    this.goals.replaceChildren(...options(data.form.goals));
    this.showGroups();
    this.showAdders();
    this.markRow();
    this.telling.showName();
    this.telling.tell();
  }

  // The workshop was left: what is unsent waits in localStorage until it is opened again, here or in another window.
  leave() {
    this.outbox.send = null;
    this.outbox.release();
  }

  wantedGroups() {
    const wanted = [...this.known.form.groups];
    const there = new Set(wanted.map((group) => group.subject));
    this.findAdded();
    for (const [subject, group] of this.added) {
      if (there.has(subject)) this.added.delete(subject);
      else {
        const place = wanted.findLastIndex((one) => one.kind === group.kind);
        wanted.splice(place < 0 ? wanted.length : place + 1, 0, group);
      }
    }
    return wanted;
  }

  // What was added on this slide and is not stored yet, also before a reload or a turn of the slide.
  findAdded() {
    const waiting = [...this.outbox.entries.values()];
    for (const adder of this.known.form.adders) {
      const isGiven = (one) => one.subject.startsWith(`${adder.group.kind}:`) && !one.parents.length
        && adder.given.some(([name, text]) => one.field === name && one.text === text);
      for (const { subject } of waiting.filter(isGiven)) {
        this.given.add(subject);
        if (!this.added.has(subject)) this.added.set(subject, this.groupOf(adder, subject));
      }
    }
  }

  groupOf(adder, subject) { return { ...adder.group, subject, given: adder.given }; }

  showGroups() {
    const wanted = this.wantedGroups();
    const subjects = new Set(wanted.map((group) => group.subject));
    for (const [subject, view] of this.groups) {
      if (!subjects.has(subject)) { view.element.remove(); this.groups.delete(subject); }
    }
    wanted.forEach((group, place) => {
      let view = this.groups.get(group.subject);
      if (view) view.show(group);
      else { view = new GroupView(this, group); this.groups.set(group.subject, view); }
      // Only what is not at its place is moved: moving an element takes the focus out of it.
      const there = this.list.children[place] || null;
      if (there !== view.element) this.list.insertBefore(view.element, there);
    });
    for (const view of this.groups.values()) view.refresh();
  }

  showAdders() {
    const adders = this.known.form.adders;
    const labels = adders.map((one) => one.label).join("|") + this.known.form.slide;
    if (this.adders.dataset.labels === labels) return;
    this.adders.dataset.labels = labels;
    this.adders.replaceChildren(...adders.map((adder) => button("wf-add", `+ ${adder.label}`, () => this.add(adder))));
    this.adders.hidden = !adders.length;
  }

  // The token of something new is made here, so that adding works while the server is away.
  add(adder) {
    const subject = `${adder.group.kind}:${newWord().slice(0, 12)}`;
    this.added.set(subject, this.groupOf(adder, subject));
    this.showGroups();
    const view = this.groups.get(subject);
    view.element.querySelector("textarea, input")?.focus();
    view.element.scrollIntoView({ block: "nearest" });
  }

  say(subject, field, text, base) {
    const added = this.added.get(subject), by = this.telling.sign();
    if (added && !this.given.has(subject)) {
      this.given.add(subject);
      for (const [name, word] of added.given) this.outbox.say(subject, name, word, [], by);
    }
    const word = this.outbox.say(subject, field, text, base, by);
    if (field === "decision") this.groups.get(subject)?.refresh();
    this.telling.tell();
    return word;
  }

  valueOf(subject, name) {
    const pending = this.outbox.pending(subject, name);
    if (pending) return pending.text;
    const group = this.known.form.groups.find((one) => one.subject === subject);
    if (!group) return "";
    if (group.left?.name === name) return group.left.text;
    return group.fields.find((field) => field.name === name)?.text || "";
  }

  heading(subject) { return this.known.form.groups.find((one) => one.subject === subject)?.heading || ""; }

  worded(field, text) {
    if (field.kind === "decision") return this.known.choices.find(([code]) => code === text)?.[1] || text;
    if (field.kind === "one_of") return field.options.find(([value]) => value === text)?.[1] || text;
    return text;
  }

  isSlow() { return this.outbox.waiting().some((one) => one.sent && clock() - one.sentAt > SLOW); }

  refresh() { for (const view of this.groups.values()) view.refresh(); }

  // --- rows -------------------------------------------------------------------------------------------------------

  rows() { return [...document.querySelectorAll(ROW)]; }

  row() {
    const subjects = this.rows().map((row) => row.dataset.subject);
    const chosen = this.chosen.get(this.known?.form.slide);
    if (subjects.includes(chosen)) return chosen;
    const isUndecided = (subject) => this.groups.has(subject) && !this.valueOf(subject, "decision");
    const isOpen = (subject) => isUndecided(subject) && this.groups.get(subject).group.open;
    return subjects.find(isOpen) || subjects.find(isUndecided) || subjects[0] || "";
  }

  choose(subject) {
    this.chosen.set(this.known.form.slide, subject);
    this.markRow();
  }

  markRow() {
    if (!this.known) return;
    const chosen = this.row();
    if (chosen) this.chosen.set(this.known.form.slide, chosen);
    for (const row of this.rows()) {
      const isChosen = row.dataset.subject === chosen;
      row.classList.toggle("is-chosen", isChosen);
      const choice = row.querySelector(CHOOSE);
      if (choice && choice.getAttribute("aria-pressed") !== String(isChosen)) {
        choice.setAttribute("aria-pressed", String(isChosen));
      }
    }
    for (const [subject, view] of this.groups) view.element.hidden = this.known.form.by_row && subject !== chosen;
    this.open.hidden = !this.known.form.by_row || !chosen;
    setText(this.open, this.open.hidden ? "" : this.known.words.open);
  }

  openRow() {
    const chosen = this.row();
    if (!chosen) return;
    this.outbox.flush();
    this.trigger("opened", chosen);
  }

  move(by) {
    const subjects = this.rows().map((row) => row.dataset.subject);
    const place = Math.min(Math.max(subjects.indexOf(this.row()) + by, 0), subjects.length - 1);
    this.choose(subjects[place]);
    if (document.activeElement?.matches(CHOOSE)) this.rows()[place].querySelector(CHOOSE)?.focus();
  }

  // A field that loses the focus without anybody leaving it (the page was drawn anew around it) gets it back.
  holdFocus(event) {
    const field = event.target;
    if (event.relatedTarget || clock() - this.leftAt < 500 || !document.hasFocus()) return;
    requestAnimationFrame(() => {
      if (document.activeElement === document.body && field.isConnected && !field.closest("[hidden]")) field.focus();
    });
  }

  // --- keys -------------------------------------------------------------------------------------------------------

  key(event) {
    if (!this.root.isConnected || event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    const target = event.target;
    const isTyping = target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
    if (isTyping) {
      this.typedAt = clock();
      if (event.key === "Tab") this.leftAt = clock();
      if (event.key === "Escape" && this.root.contains(target)) {
        this.leftAt = clock();
        this.typedAt = -Infinity;
        target.blur();
      }
      return;
    }
    if (clock() - this.typedAt < 1000) return; // somebody types on and does not see that the field is gone
    if (document.querySelector('[role="dialog"]')?.checkVisibility()) return;
    if ((event.key === "ArrowUp" || event.key === "ArrowDown") && this.rows().length) {
      event.preventDefault();
      this.move(event.key === "ArrowUp" ? -1 : 1);
    } else if (event.key === "Enter" && this.rows().length) {
      const choice = target.closest?.(CHOOSE);
      const isFree = !target.closest?.("button, a, summary");
      if (choice ? choice.closest(ROW).dataset.subject === this.row() : isFree) { event.preventDefault(); this.openRow(); }
    } else if (!event.repeat) this.decide(event);
  }

  decide(event) {
    const found = this.known.choices.find(([, , letter]) => letter.toLowerCase() === event.key.toLowerCase());
    const subject = this.known.form.by_row ? this.row() : this.known.form.groups[0]?.subject;
    const view = found && this.groups.get(subject)?.fields.get("decision");
    if (!view) return;
    event.preventDefault();
    if (view.value() !== found[0] || view.field.versions.length) view.choose(found[0]);
  }

  tick() {
    if (!this.known) return;
    this.outbox.tick();
    this.ticks = (this.ticks || 0) + 1;
    if (this.ticks % 15 === 0 && this.outbox.adopt()) this.showGroups();
    if (this.ticks % 5 === 0) {
      for (const group of this.groups.values()) for (const view of group.fields.values()) view.rest();
      if (this.isSlow()) this.refresh();
    }
    this.telling.tell();
  }
}

const workshopForm = new WorkshopForm();

export default function (component) {
  workshopForm.show(component);
  return () => workshopForm.leave();
}

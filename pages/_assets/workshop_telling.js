// Who writes, which is asked once and remembered by the browser, and what is said of the connection.

const LONG = 6000; // milliseconds after which an answer is missed

class Telling {
  constructor(form) {
    this.form = form;
    this.name = nameKept();
    this.who = make("div", { class: "wf-name" });
    this.status = make("p", { class: "wf-status", role: "status", "aria-live": "polite" });
  }

  call(name) {
    this.name = name.trim();
    keepName(this.name);
  }

  showName(asking = !this.name) {
    const { words, form, writes } = this.form.known;
    this.who.hidden = !writes || (form.by_row && !asking) || !(form.groups.length || form.adders.length);
    const shown = asking ? "?" : this.name;
    if (this.who.dataset.shown === shown) return;
    this.who.dataset.shown = shown;
    if (!asking) {
      const label = { "aria-label": `${words.writes} ${words.other}` };
      const other = button("wf-quiet", words.other, () => this.showName(true), label);
      this.who.replaceChildren(make("span", {}, `${words.writes} ${this.name}`), other);
      return;
    }
    const input = make("input", {
      id: "wf-name", class: "wf-input", type: "text", maxlength: 120, autocomplete: "off",
      placeholder: form.by_row ? words.who : words.whoHint,
      oninput: () => this.call(input.value),
      onblur: () => { if (this.name) this.showName(false); },
      onkeydown: (event) => { if (event.key === "Enter" && this.name) this.showName(false); },
    });
    input.value = this.name;
    this.who.replaceChildren(make("label", { for: "wf-name", class: "wf-label" }, words.who), input);
    if (this.name) input.focus();
  }

  // What keeps it from being stored, "" while nothing does. Only where no answer comes it is called interrupted.
  trouble(waiting) {
    const { words, failure, writes, off } = this.form.known;
    if (!isConnected()) return off && !waiting.length ? "" : writes ? words.interrupted : words.away;
    if (!waiting.length || failure) return waiting.length ? failure : "";
    if (!waiting.some((one) => clock() - one.since > LONG)) return "";
    return waiting.some((one) => one.sent) && !isRunning() ? words.interrupted : words.slow;
  }

  sentence() {
    const { words, off, writes } = this.form.known;
    const { outbox } = this.form;
    const waiting = outbox.waiting();
    const [refused] = outbox.refused();
    const trouble = this.trouble(waiting);
    const isLate = waiting.length > 0 && (Boolean(trouble) || this.form.isSlow());
    const fragile = outbox.isFragile() ? words.fragile : "";
    if (off && isLate) {
      const count = waiting.length === 1 ? words.one : words.several.replace("{n}", waiting.length);
      return [count, trouble, fragile].join(" ").trim();
    }
    if (trouble) return writes ? `${trouble} ${fragile || (waiting.length ? words.kept : words.idle)}` : trouble;
    if (refused) return `${words.refused}: ‚${refused.text.slice(0, 40)}‘. ${refused.refused}`;
    if (isLate) return words.unsaved;
    const was = this.status.textContent;
    if (waiting.length || !was) return "";
    if (was !== words.all) this.allSince = clock();
    return clock() - this.allSince < 4000 ? words.all : "";
  }

  tell() {
    const { words } = this.form.known;
    const text = this.sentence();
    if (this.status.textContent !== text) this.status.textContent = text;
    this.status.classList.toggle("is-lost", Boolean(text) && text !== words.all && text !== words.unsaved);
  }
}

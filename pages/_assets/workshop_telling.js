// Who writes, which is asked once and remembered by the browser, and what is said of the connection.

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

  tell() {
    const { words, failure, writes } = this.form.known;
    const waiting = this.form.outbox.waiting();
    let text = "";
    if (!isConnected()) {
      text = this.form.outbox.local ? (waiting.length ? words.interrupted : words.idle) : words.fragile;
      if (!writes) text = words.away;
    } else if (waiting.length && failure) text = failure;
    else if (waiting.some((one) => Date.now() - one.begun > 6000)) text = words.interrupted;
    else if (waiting.length && this.form.isSlow()) text = words.unsaved;
    else if (!waiting.length && this.status.textContent && this.status.textContent !== words.all) {
      text = words.all;
      this.allSince = Date.now();
    } else if (this.status.textContent === words.all && Date.now() - this.allSince < 4000) text = words.all;
    if (this.status.textContent !== text) this.status.textContent = text;
    this.status.classList.toggle("is-lost", Boolean(text) && text !== words.all && text !== words.unsaved);
  }
}

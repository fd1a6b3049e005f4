// Who writes, which is asked once and remembered by the browser, and what is said of the connection.

const LONG = 6000; // milliseconds after which an answer is missed

class Telling {
  constructor(form) {
    this.form = form;
    this.name = nameKept();
    this.proposed = ""; // stands in the field until somebody says another name
    this.more = make("div", { class: "wf-more", "aria-hidden": "true", hidden: "" });
    this.who = make("div", { class: "wf-name" });
    this.status = make("p", { class: "wf-status", role: "status", "aria-live": "polite" });
  }

  call(name) {
    this.name = name.trim();
    this.proposed = "";
    keepName(this.name);
  }

  // What the server says of who writes: the session's own name whenever it is another one than before, else the
  // evening's as a proposal. What is being typed here comes back a moment later and is no news.
  hear(name, proposed) {
    const isNews = name && name !== this.heard && !this.who.contains(document.activeElement);
    this.heard = name;
    if (isNews && name !== this.signed) this.call(name);
    if (!this.name && !this.who.contains(document.activeElement)) this.proposed = proposed || "";
  }

  // The name that goes with what is written; the first time it is written, what is proposed holds.
  sign() {
    if (!this.name && this.proposed) { this.call(this.proposed); this.showName(); }
    this.signed = this.name;
    return this.name;
  }

  showName(asking = !this.name) {
    const { words, form, writes } = this.form.known;
    this.who.hidden = !writes || !(form.groups.length || form.adders.length);
    const shown = asking ? `?${this.name ? "" : this.proposed}` : this.name;
    if (asking && this.who.contains(document.activeElement)) return;
    if (this.who.dataset.shown === shown) return;
    this.who.dataset.shown = shown;
    if (!asking) {
      const label = { "aria-label": `${words.writes} ${words.other}` };
      const other = button("wf-quiet", words.other, () => { other.blur(); this.showName(true); }, label);
      this.who.replaceChildren(make("span", { title: this.name }, `${words.writes} ${this.name}`), other);
      return;
    }
    const input = make("input", {
      id: "wf-name", class: "wf-input", type: "text", maxlength: 120, autocomplete: "off",
      placeholder: form.by_row ? words.who : words.whoHint,
      oninput: () => this.call(input.value),
      onblur: () => { if (this.name) this.showName(false); },
      onkeydown: (event) => { if (event.key === "Enter" && this.name) this.showName(false); },
    });
    input.value = this.name || this.proposed;
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

  // What lies below the end of the form, as long as it is not scrolled there.
  showMore() {
    const box = this.more.closest(".st-key-am-stage-form");
    if (!box || this.form.known.form.by_row) { this.more.hidden = true; return; }
    const end = box.getBoundingClientRect().bottom - this.more.offsetHeight;
    const below = [...box.querySelectorAll(".wf-of-measure .wf-label, .wf-of-new .wf-label, .wf-group-head, .wf-add")]
      .filter((one) => one.checkVisibility() && one.getBoundingClientRect().bottom > end)
      .map((one) => (one.querySelector?.(".wf-heading") || one).textContent.replace(/^\+ /, "").slice(0, 40));
    const isMore = box.scrollHeight - box.scrollTop - box.clientHeight > 12 && below.length > 0;
    const named = below.slice(0, 3).join(", ") + (below.length > 3 ? " …" : "");
    setText(this.more, isMore ? `${this.form.known.words.more}: ${named}` : "");
  }

  tell() {
    this.showMore();
    const { words } = this.form.known;
    const text = this.sentence();
    if (this.status.textContent !== text) this.status.textContent = text;
    this.status.classList.toggle("is-lost", Boolean(text) && text !== words.all && text !== words.unsaved);
  }
}

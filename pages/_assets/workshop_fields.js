// The fields of the form as elements of the page. Each is made once and kept while its subject is shown, so that the
// focus and the caret stay when the server answers.

const IDLE = 4000;

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "class") element.className = value;
    else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== null) element.setAttribute(name, value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
  element.hidden = !text;
}

function button(className, label, onclick, more = {}) {
  return make("button", { type: "button", class: className, onclick, ...more }, label);
}

// Puts a text into a field without moving the caret to another place of the text around it.
function putText(input, text) {
  if (input.value === text) return;
  const old = input.value;
  const isActive = document.activeElement === input && input.setSelectionRange;
  let place = isActive ? input.selectionStart : 0;
  input.value = text;
  if (isActive) {
    let same = 0;
    while (same < place && same < text.length && old[same] === text[same]) same += 1;
    if (same < place) place = Math.max(same, text.length - (old.length - place));
    input.setSelectionRange(place, place);
  }
  grow(input);
}

function grow(input) {
  if (input.tagName !== "TEXTAREA") return;
  input.style.height = "auto";
  input.style.height = `${input.scrollHeight + 2}px`;
}

let counted = 0;

class FieldView {
  constructor(form, subject, field) {
    counted += 1;
    this.form = form;
    this.subject = subject;
    this.field = field;
    this.id = `wf-${counted}`;
    this.typedAt = -Infinity;
    this.picked = false; // a row of a list was gone to with the keys and not taken yet
    this.base = field.heads;
    this.own = null; // the last version that was written here since the field was entered
    this.saved = make("span", { class: "wf-saved" });
    this.before = make("span", { class: "wf-before" });
    this.problem = make("p", { class: "wf-problem", id: `${this.id}-problem` });
    this.versions = make("div", { class: "wf-versions" });
    this.element = field.kind === "decision" ? this.makeChoices() : this.makeInput();
    this.show(field);
  }

  get said() { return { subject: this.subject, field: this.field.name }; }

  pending() { return this.form.outbox.pending(this.subject, this.field.name); }

  value() { return this.pending()?.text ?? this.field.text; }

  makeChoices() {
    const { choices, words } = this.form.known;
    this.buttons = choices.map(([code, label, letter]) => button("wf-choice", label, () => this.press(code), {
      "aria-pressed": "false", "data-code": code, "aria-keyshortcuts": letter,
    }));
    this.buttons.forEach((one, place) => one.append(
      make("span", { class: "wf-key", "aria-hidden": "true" }, choices[place][2])));
    const heading = this.form.heading(this.subject);
    const row = make("div", { class: "wf-choices", role: "group", "aria-label": `${words.decide} ${heading}` },
      ...this.buttons);
    return make("div", { class: "wf-field wf-decision" }, row, this.saved, this.problem, this.versions);
  }

  makeInput() {
    const { field, id } = this;
    const common = {
      id, class: "wf-input", autocomplete: "off", spellcheck: "true", "data-field": field.name,
      oninput: () => this.typed(), onfocus: () => this.enter(), onblur: () => this.left(),
      "aria-describedby": `${id}-problem`,
    };
    if (field.kind === "text") this.input = make("textarea", { ...common, rows: 1, maxlength: 5000 });
    else if (field.kind === "one_of") {
      this.input = make("select", { ...common, oninput: () => this.pick(), onkeydown: (event) => this.pickByKey(event),
        onpointerdown: () => { this.byKey = false; } },
        ...field.options.map(([value, label]) => make("option", { value }, label)));
    } else {
      this.input = make("input", { ...common, type: "text", maxlength: 500 });
      if (field.kind === "office") this.input.setAttribute("list", "wf-offices");
      if (field.name === "goal") this.input.setAttribute("list", "wf-goals");
    }
    this.copy = button("wf-quiet", this.form.known.words.copy, () => this.copyBefore(), {
      "aria-label": `${this.form.known.words.copy}: ${field.label}`,
    });
    const label = make("label", { for: id, class: "wf-label" }, field.label);
    const head = make("div", { class: "wf-head" }, label, this.before, this.copy);
    const isHalf = field.kind === "date" || field.kind === "office"; // too narrow for all of it in one line
    if (!isHalf) head.append(this.saved);
    const foot = isHalf ? make("div", { class: "wf-foot" }, this.saved) : null;
    return make("div", { class: `wf-field wf-${field.kind} wf-name-${field.name}` },
      head, this.input, foot, this.problem, this.versions);
  }

  // What the next version stands on is decided when the field is entered: what comes later is another version.
  enter() {
    this.base = this.field.heads;
    this.own = null;
  }

  left() {
    this.typedAt = -Infinity;
    this.takePicked();
    this.form.outbox.flush();
    this.refresh();
  }

  typed() {
    this.typedAt = clock();
    grow(this.input);
    this.own = this.form.say(this.subject, this.field.name, this.input.value, this.own ? [this.own] : this.base);
    this.refresh();
  }

  // A button or a choice: on top of all that is shown at this moment, and sent at once.
  choose(text) {
    this.own = this.form.say(this.subject, this.field.name, text, this.field.heads);
    this.form.outbox.flush();
    this.refresh();
  }

  // The button of what is chosen takes it away again; its key never does, for two may press it for the same.
  press(code) { this.choose(this.value() === code && !this.field.versions.length ? "" : code); }

  // An arrow key goes to another row of a list: it holds once it is confirmed or the field is left.
  pick() {
    this.picked = true;
    if (!this.byKey) this.takePicked();
    this.refresh();
  }

  pickByKey(event) {
    this.byKey = true;
    if (!this.picked || !["Enter", "Escape"].includes(event.key)) return;
    if (event.key === "Enter") { event.preventDefault(); this.takePicked(); return; }
    this.picked = false;
    this.input.value = this.value();
    this.refresh();
  }

  takePicked() {
    if (!this.picked) return;
    this.picked = false;
    if (this.input.value !== this.value()) this.choose(this.input.value);
    else this.refresh();
  }

  copyBefore() {
    putText(this.input, this.field.before);
    this.input.focus();
    this.typed();
  }

  isBeingChanged() {
    if (this.picked || this.pending() || clock() - this.typedAt < IDLE) return true;
    return this.input === document.activeElement && this.field.versions.length > 0;
  }

  // Once nobody writes here any more: what the server said meanwhile.
  rest() {
    if (this.input && !this.isBeingChanged() && this.input.value !== this.field.text) this.show(this.field);
  }

  // What the server says now; a text of others comes into a field only while nobody writes in it here.
  show(field) {
    this.field = field;
    if (!this.isBeingChanged()) {
      if (this.input) putText(this.input, field.text);
      if (!this.own || !field.heads.includes(this.own)) {
        this.own = null;
        this.base = field.heads;
      }
    } else if (this.pending() && this.input && this.input !== document.activeElement) {
      putText(this.input, this.pending().text);
    }
    this.refresh();
  }

  refresh() {
    const { field, form } = this;
    const { words } = form.known;
    const pending = this.pending();
    const value = this.input ? this.input.value : this.value();
    if (this.buttons) {
      const chosen = field.versions.length && !pending ? field.versions.map((one) => one.text) : [value];
      for (const one of this.buttons) {
        one.setAttribute("aria-pressed", String(chosen.includes(one.dataset.code)));
        one.classList.toggle("is-several", !pending && field.versions.length > 0);
      }
    } else {
      const before = field.before ? `${words.before}: ${field.before}` : "";
      this.input.placeholder = before || field.hint;
      setText(this.before, value ? before : "");
      this.before.title = before;
      this.copy.hidden = Boolean(!field.before || value || field.kind === "date" || field.kind === "office");
      grow(this.input);
    }
    setText(this.saved, pending ? (!pending.refused && form.isSlow() ? words.unsaved : "")
      : field.versions.length ? "" : field.saved);
    const asked = field.asked && !value.trim() && field.asked_for.includes(form.valueOf(this.subject, "decision"));
    this.element.classList.toggle("is-asked", Boolean(asked));
    const problem = pending ? pending.refused || "" : field.problem || "";
    setText(this.problem, problem || (this.picked ? words.confirm : asked ? field.asked : pending ? "" : field.remark));
    this.problem.classList.toggle("is-hint", !problem);
    if (this.input) this.input.setAttribute("aria-invalid", String(Boolean(problem)));
    this.showVersions(pending ? [] : field.versions);
  }

  showVersions(versions) {
    const shown = JSON.stringify(versions);
    if (this.shown === shown) return;
    this.shown = shown;
    const { words } = this.form.known;
    this.versions.replaceChildren();
    this.versions.hidden = !versions.length;
    if (!versions.length) return;
    const rows = versions.map((one) => {
      const text = this.form.worded(this.field, one.text) || words.empty;
      const who = make("span", { class: "wf-who" }, `${one.by}, ${one.at}`);
      const take = button("wf-take", words.take, () => this.take(one.text), { "aria-label": `${words.take}: ${text}` });
      return make("li", {}, make("span", { class: "wf-version" }, text), who, take);
    });
    this.versions.append(make("strong", { class: "wf-several" }, this.field.several), make("ul", {}, ...rows));
  }

  take(text) {
    if (this.input) putText(this.input, text);
    this.choose(text);
    (this.input || this.buttons[0]).focus();
  }
}

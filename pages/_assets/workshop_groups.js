// The fields of one subject under their heading, with the way to strike it out.

class GroupView {
  constructor(form, group) {
    this.form = form;
    this.subject = group.subject;
    this.fields = new Map();
    this.heading = make("h2", { class: "wf-heading" });
    this.strike = button("wf-quiet wf-strike", "", () => this.toggle());
    this.body = make("div", { class: "wf-fields" });
    this.saved = make("span", { class: "wf-saved" });
    this.element = make("section", { class: `wf-group wf-of-${group.kind}`, "data-subject": group.subject },
      make("div", { class: "wf-group-head" }, this.heading, this.saved, this.strike), this.body);
    this.show(group);
  }

  show(group) {
    this.group = group;
    setText(this.heading, group.heading);
    const wanted = new Set(group.fields.map((field) => field.name));
    for (const [name, view] of this.fields) {
      if (!wanted.has(name)) { view.element.remove(); this.fields.delete(name); }
    }
    for (const field of group.fields) {
      const view = this.fields.get(field.name);
      if (view) view.show(field);
      else {
        const made = new FieldView(this.form, group.subject, field);
        this.fields.set(field.name, made);
        if (field.kind === "decision") this.element.insertBefore(made.element, this.body);
        else this.body.append(made.element);
      }
    }
    this.refresh();
  }

  isStruck() { return this.form.valueOf(this.subject, "left") === this.form.known.yes; }

  toggle() {
    const text = this.isStruck() ? "" : this.form.known.yes;
    this.form.say(this.subject, "left", text, this.group.left.heads);
    this.form.outbox.flush();
    this.form.refresh();
  }

  refresh() {
    const { words } = this.form.known;
    const struck = Boolean(this.group.left) && this.isStruck();
    this.element.classList.toggle("is-struck", struck);
    this.strike.hidden = !this.group.left;
    this.strike.textContent = struck ? words.fetch : words.strike;
    this.strike.setAttribute("aria-label", `${this.strike.textContent}: ${this.group.heading}`);
    this.body.hidden = struck;
    const first = this.fields.get("title");
    const title = first ? (first.input.value || first.field.before) : "";
    const isNamed = !struck || !title || this.group.heading.includes(title);
    setText(this.heading, isNamed ? this.group.heading : `${this.group.heading}: ${title}`);
    setText(this.saved, struck ? words.struck : "");
    for (const view of this.fields.values()) view.refresh();
  }
}

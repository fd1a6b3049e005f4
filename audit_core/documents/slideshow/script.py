"""What moves the file: keys, buttons, the list of slides, and the slide in the address; without it all slides stand."""

SCRIPT = """
(() => {
  "use strict";
  const root = document.documentElement;
  const slides = [...document.querySelectorAll("article")];
  const back = document.getElementById("zurueck"), on = document.getElementById("weiter");
  const place = document.getElementById("stelle"), chosen = document.getElementById("folie");
  const said = document.getElementById("ansage"), full = document.getElementById("vollbild");
  const titles = slides.map((slide) => slide.querySelector("h1").textContent);
  let now = -1;
  slides.forEach((slide, at) => {
    const above = slide.querySelector(".slide-above").textContent;
    chosen.add(new Option(`${at + 1} · ${titles[at]}${above ? ` (${above})` : ""}`, String(at)));
  });
  const named = () => {
    let word = location.hash.slice(1);
    try { word = decodeURIComponent(word); } catch { /* no word of ours */ }
    const found = slides.findIndex((slide) => slide.id === word);
    return found < 0 && /^\\d{1,5}$/.test(word) ? Math.min(Math.max(Number(word), 1), slides.length) - 1 : found;
  };
  const show = (wanted, announce = true) => {
    const at = Math.min(Math.max(wanted, 0), slides.length - 1);
    if (at === now) return;
    slides.forEach((slide, other) => slide.classList.toggle("shown", other === at));
    now = at;
    back.setAttribute("aria-disabled", String(at === 0));
    on.setAttribute("aria-disabled", String(at === slides.length - 1));
    place.textContent = `${at + 1} von ${slides.length}`;
    chosen.value = String(at);
    document.title = `${titles[at]} – ${root.dataset.title}`;
    if (announce) said.textContent = `Folie ${at + 1} von ${slides.length}: ${titles[at]}`;
    const hash = `#${encodeURIComponent(slides[at].id)}`;
    if (location.hash !== hash) history.replaceState(null, "", hash);
    window.scrollTo(0, 0);
  };
  const leap = { ArrowLeft: -1, PageUp: -1, ArrowRight: 1, PageDown: 1 };
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target === chosen) return;
    const presses = event.target instanceof HTMLButtonElement;
    if (event.key in leap) show(now + leap[event.key]);
    else if (event.key === " " && !presses) show(now + (event.shiftKey ? -1 : 1));
    else if (event.key === "Home") show(0);
    else if (event.key === "End") show(slides.length - 1);
    else return;
    event.preventDefault();
  });
  const whole = () => document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen?.();
  back.addEventListener("click", () => show(now - 1));
  on.addEventListener("click", () => show(now + 1));
  chosen.addEventListener("change", () => show(Number(chosen.value)));
  full.hidden = !root.requestFullscreen;
  full.addEventListener("click", whole);
  document.addEventListener("fullscreenchange", () => {
    full.textContent = document.fullscreenElement ? "Vollbild beenden" : "Vollbild";
  });
  addEventListener("hashchange", () => { const at = named(); if (at >= 0) show(at); });
  root.classList.add("led");
  show(Math.max(named(), 0), false);
})();
"""

"""The button that fills the screen: only a script in the browser may do that, and only when somebody presses."""

import streamlit as st

from audit_core.wording import stage as wording

_SCRIPT = """
export default function (component) {
  const { data, parentElement } = component;
  let button = parentElement.querySelector("button");
  if (!button) {
    button = document.createElement("button");
    button.type = "button";
    button.className = "am-stage-quiet";
    parentElement.appendChild(button);
  }
  const root = document.documentElement;
  const say = () => { button.textContent = document.fullscreenElement ? data.end : data.begin; };
  button.onclick = () => (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen());
  button.hidden = !document.fullscreenEnabled;
  document.addEventListener("fullscreenchange", say);
  say();
  return () => document.removeEventListener("fullscreenchange", say);
}
"""
_button = st.components.v2.component("am_fullscreen", js=_SCRIPT, isolate_styles=False)


def button() -> None:
    """Fills the screen, or ends that."""
    _button(key="am-fullscreen", data={"begin": wording.FULL_SCREEN, "end": wording.END_FULL_SCREEN}, height="content")

"""The looks of the stage around its slide: everything else of Streamlit steps back (LOOKS §2, §5)."""

from audit_core.documents.slideshow.markup import styles

UNIT = "min(100vw / 1920, 100vh / 1080)"
CSS = """
:root { --u: UNIT; }
[data-testid="stHeader"], [data-testid="stToolbar"], [data-testid="stDecoration"], [data-testid="stStatusWidget"] {
  display: none; }
.stApp, [data-testid="stMain"] { overflow: hidden; }
[data-testid="stMain"]:focus-visible { box-shadow: none; }
[data-testid="stMainBlockContainer"] { padding: 0; max-width: none; visibility: hidden; }
:is(.st-key-am-stage, .st-key-am-stage-form, .st-key-am-stage-foot, .am-alert) { visibility: visible; }
[data-testid="stMainBlockContainer"] .stElementContainer:has(> .stHtml > style) { display: none; }
[data-stale="true"] { opacity: 1; transition: none; }
.st-key-am-stage { position: fixed; inset: 0; }
.stVerticalBlock.st-key-am-stage-foot { position: fixed; left: calc(50% - 880 * var(--u)); bottom: calc(36 * var(--u));
  width: calc(1760 * var(--u)); height: calc(136 * var(--u)); justify-content: space-between; }
.stVerticalBlock.st-key-am-stage-form { position: fixed; left: calc(50% - 880 * var(--u));
  bottom: calc(100 * var(--u));
  width: calc(1240 * var(--u)); height: calc(72 * var(--u)); z-index: 1; }
.stApp:has(.slide-half) .stVerticalBlock.st-key-am-stage-form { left: calc(50% - 80 * var(--u));
  top: calc(252 * var(--u)); bottom: calc(190 * var(--u)); width: calc(960 * var(--u)); height: auto;
  overflow-y: auto; }
.st-key-am-stage-paging { height: calc(72 * var(--u)); justify-content: flex-end; flex-wrap: nowrap; }
.st-key-am-stage-line { height: calc(40 * var(--u)); flex-wrap: nowrap; }
.st-key-am-stage-line > :first-child { flex: 1 1 auto; min-width: 0; }
.st-key-am-stage-paging button { height: calc(72 * var(--u)); min-height: 0; padding: 0 calc(24 * var(--u));
  background: var(--am-white); }
.st-key-am-stage-paging button p { font-size: calc(28 * var(--u)); line-height: 1.2; }
.st-key-am-stage-paging kbd, .st-key-am-stage-paging button code { font-size: calc(18 * var(--u)); }
.am-stage-place { font-size: calc(28 * var(--u)); color: var(--am-second); white-space: nowrap; }
.am-stage-hint { font-size: calc(24 * var(--u)); color: var(--am-second); line-height: 1.2; }
.st-key-am-stage-line button { min-height: 0; padding: 0; border: 0; background: none; cursor: pointer; }
.st-key-am-stage-line button, .st-key-am-stage-line button p {
  font: 400 calc(24 * var(--u)) / 1.2 "Source Sans", sans-serif;
  color: var(--am-accent); text-decoration: underline; white-space: nowrap; }
.st-key-am-stage-line button:focus-visible, .st-key-am-stage-paging button:focus-visible {
  outline: 3px solid var(--am-accent); outline-offset: 3px; }
.st-key-am-stage-keys { display: none; }
.am-stage-unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
  white-space: nowrap; }
""".replace("UNIT", UNIT)


def style() -> str:
    """The style block of the stage, of its slides too; drawn only there."""
    return f"<style>{styles()}{CSS}</style>"

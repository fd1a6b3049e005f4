"""What only the page Maßnahmen needs of the style block: the list here, the opened measure beside it."""

from pages import _style_measure

LIST = """
.st-key-am-measure-filters { margin-top: -4px; }
.st-key-am-measure-filters > .st-key-save-massnahmen, .st-key-am-measure-filters > :has(> .st-key-save-massnahmen) {
  margin-left: auto; }
.st-key-am-measure-filters [data-testid="InputInstructions"] { display: none; }
.st-key-am-measure-filters button[kind=tertiary], .st-key-am-ways-out button[kind=tertiary] { min-height: 0;
  padding: 0; background: none; }
.st-key-am-measure-filters button[kind=tertiary] p, .st-key-am-ways-out button[kind=tertiary] p { font-size: 14px;
  color: var(--am-accent); text-decoration: underline; }
.am-row > span > .am-late { color: var(--am-alarm); }
"""
CSS = LIST + _style_measure.CSS

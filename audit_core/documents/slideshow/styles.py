"""The looks of a slide: sizes in units of a stage of 1920 × 1080 (LOOKS §2), colours from the terms alone."""

import re
from functools import cache

from audit_core import terms

UNIT = "min(100vw / 1920, 100vh / 1080)"
SELECTED = '[aria-pressed="true"]'
_CSS = f"""
:root {{ --u: {UNIT}; }}
.slide {{ position: relative; box-sizing: border-box; width: 1920u; height: 900u; margin: 0 auto; overflow: hidden;
  background: {terms.WHITE}; color: {terms.INK}; text-align: left;
  font-family: "Source Sans", "Source Sans 3", sans-serif; font-weight: 400; line-height: 1.2; }}
.slide *, .slide *::before {{ box-sizing: border-box; }}
.slide :where(h1, h2, p, ul, ol, li, dl, dt, dd, table, caption, th, td) {{ margin: 0; padding: 0; border: 0;
  color: inherit; font-size: inherit; line-height: inherit; letter-spacing: normal; overflow-wrap: anywhere; }}
.slide.slide :where(h1, h2, p, ul, ol, li, dl, dt, dd, table, caption, th, td) {{ margin: 0; padding: 0; }}
.slide :where(ul, ol) {{ list-style: none; }}
.slide b, .slide strong {{ font-weight: 600; }}
.slide [style*="--s"] {{ font-size: calc(var(--s) * var(--u)); }}
.slide p.slide-warning {{ position: absolute; left: 80u; top: 8u; height: 34u; padding: 0 14u; font-size: 22u;
  line-height: 34u; background: {terms.SOFT_GROUND}; border-left: 4u solid {terms.ACCENT}; white-space: nowrap; }}
.slide p.slide-above, .slide p.slide-day {{ position: absolute; top: 52u; height: 42u; line-height: 42u;
  color: {terms.SECONDARY}; white-space: nowrap; }}
.slide p.slide-above {{ left: 80u; }}
.slide p.slide-day {{ right: 80u; }}
.slide h1.slide-title {{ position: absolute; left: 80u; top: 100u; width: 1760u; height: 136u; font-weight: 600;
  line-height: 1.1; text-wrap: balance; }}
.slide-body {{ position: absolute; left: 80u; top: 252u; width: 1760u; height: 648u; display: flex;
  flex-direction: column; gap: 24u; }}
.slide-half .slide-body {{ width: 740u; }}
.slide-second {{ color: {terms.SECONDARY}; }}
.slide-late {{ color: {terms.OVERDUE_COLOUR}; font-weight: 600; }}
.slide-decided {{ color: {terms.ACCENT}; font-weight: 600; }}
.slide-band {{ display: flex; gap: 24u; height: 190u; flex: none; }}
.slide-low {{ height: 160u; }}
.slide-lead {{ width: 410u; flex: none; line-height: 1; }}
.slide-lead .slide-figure {{ display: block; height: 118u; line-height: 118u; white-space: nowrap; }}
.slide-lead .slide-figure b {{ font-weight: 600; }}
.slide-lead .slide-words {{ display: block; font-size: 31u; line-height: 1.15; color: {terms.SECONDARY};
  text-wrap: balance; }}
.slide-lead .slide-more {{ display: block; font-size: 24u; line-height: 1.15; color: {terms.SECONDARY};
  margin-top: 4u; }}
.slide-said p, .slide-line {{ text-wrap: balance; }}
.slide-beside-lead {{ display: flex; gap: 50u; }}
.slide-beside-lead > :last-child {{ flex: 1; min-width: 0; }}
.slide-said {{ flex: 1; min-width: 0; display: flex; flex-direction: column; justify-content: center; gap: 10u; }}
.slide-counts {{ flex: 1; min-width: 0; display: flex; flex-direction: column; gap: 10u; }}
.slide-box {{ display: flex; flex: 1; min-height: 0; }}
.slide-bar {{ display: flex; flex: 1; min-height: 0; gap: 4u; }}
.slide-bar > span {{ display: flex; flex-direction: column; align-items: center; justify-content: center;
  min-width: 0; flex-basis: 0; white-space: nowrap; overflow: hidden; }}
.slide-bar b {{ font-size: 56u; line-height: 1.1; font-weight: 600; }}
.slide-bar small {{ font-size: 31u; line-height: 1.2; }}
.slide-bar.slide-narrow b {{ font-size: 44u; }}
.slide ul.slide-key {{ display: flex; flex-wrap: wrap; gap: 8u 30u; font-size: 26u; line-height: 34u; flex: none; }}
.slide ul.slide-key li {{ display: flex; align-items: center; gap: 9u; white-space: nowrap; }}
.slide i[class] {{ display: inline-flex; align-items: center; justify-content: center; flex: none; border-radius: 5u;
  width: 1.1em; height: 1.1em; font-weight: 600; line-height: 1; }}
.slide i[class]::before {{ font-size: .72em; }}
.slide i {{ font-style: normal; }}
.slide .slide-late::before {{ content: "{terms.SCHEDULE["overdue"].symbol}" / ""; font-size: .8em;
  margin-right: .3em; }}
.slide ul.slide-rows {{ flex: none; }}
.slide li.slide-row, .slide .slide-row-choose {{ display: grid; grid-template-columns: var(--g); align-items: center;
  column-gap: 20u; width: 100%; height: 100%;
  margin: 0; padding: 0 16u; border: 0; border-radius: 0; background: none; color: inherit; font: inherit;
  text-align: left; }}
.slide li.slide-row {{ height: calc(var(--h) * var(--u)); border-bottom: 1u solid {terms.HAIRLINE}; }}
.slide li.slide-row[data-subject] {{ display: block; padding: 0; }}
.slide li.slide-row:last-child {{ border-bottom-color: transparent; }}
.slide button.slide-row-choose {{ cursor: pointer; }}
.slide button.slide-row-choose:hover {{ background: {terms.SOFT_GROUND}; }}
.slide button.slide-row-choose{SELECTED} {{ background: {terms.SELECTED_ROW};
  box-shadow: inset 6u 0 0 {terms.ACCENT}; }}
.slide button.slide-row-choose:focus-visible {{ outline: 4u solid {terms.ACCENT}; outline-offset: -4u; }}
.slide-nr {{ color: {terms.SECONDARY}; font-size: 28u; white-space: nowrap; }}
.slide-text {{ min-width: 0; overflow-wrap: anywhere; line-height: 1.12; }}
.slide-text > span {{ display: block; font-size: calc(var(--t) * var(--u)); }}
.slide .slide-below {{ color: {terms.SECONDARY}; line-height: 1.15; margin-top: 2u; }}
.slide-middle > span {{ display: block; white-space: nowrap; }}
.slide-right {{ grid-column: -2 / -1; font-size: calc(var(--r) * var(--u)); white-space: nowrap;
  display: flex; align-items: center; gap: 13u; }}
.slide-figures {{ display: grid; grid-template-columns: repeat(4, 1fr); column-gap: 32u; height: 150u; flex: none; }}
.slide-figures > p {{ line-height: 1.15; }}
.slide-figures .slide-words {{ display: block; font-size: 26u; color: {terms.SECONDARY}; white-space: nowrap; }}
.slide-figures .slide-figure {{ display: block; font-weight: 600; height: 84u; line-height: 84u; white-space: nowrap; }}
.slide-figures .slide-more {{ display: block; color: {terms.SECONDARY}; white-space: nowrap; }}
.slide ul.slide-lying {{ flex: none; }}
.slide-lying > li {{ display: grid; grid-template-columns: var(--g); align-items: center; column-gap: 24u;
  height: calc(var(--h) * var(--u)); }}
.slide-lying .slide-name {{ line-height: 1.1; overflow-wrap: anywhere; }}
.slide-track {{ height: 72%; display: flex; }}
.slide-lying .slide-bar b {{ font-size: 31u; line-height: 1; }}
.slide-lying .slide-end {{ font-size: 36u; white-space: nowrap; text-align: right; }}
.slide-single {{ display: flex; align-items: center; height: 72%; gap: 14u; }}
.slide-single > i {{ display: block; height: 100%; background: {terms.OVERDUE_COLOUR}; }}
.slide-single > b {{ font-size: 36u; font-weight: 600; }}
.slide ul.slide-standing {{ display: flex; justify-content: space-evenly; align-items: flex-end; flex: none;
  height: calc(var(--h) * var(--u)); }}
.slide-standing > li {{ display: flex; flex-direction: column; align-items: center; }}
.slide-column {{ width: calc(var(--w) * var(--u)); display: flex; flex-direction: column-reverse; gap: 3u; }}
.slide-column > span {{ height: calc(var(--h) * var(--u)); display: flex; align-items: center; justify-content: center;
  font-size: 31u; font-weight: 600;
  line-height: 1; overflow: hidden; }}
.slide-standing .slide-year {{ font-size: 34u; font-weight: 600; line-height: 44u; white-space: nowrap; }}
.slide-standing .slide-done {{ font-size: 28u; line-height: 36u; color: {terms.SECONDARY}; white-space: nowrap; }}
.slide table.slide-table {{ border-collapse: separate; border-spacing: 4u; width: 100%; table-layout: fixed;
  flex: none; margin: -4u; }}
.slide table.slide-table caption {{ position: absolute; width: 1px; height: 1px; overflow: hidden;
  clip-path: inset(50%); white-space: nowrap; }}
.slide table.slide-table th {{ font-weight: 400; text-align: left; vertical-align: middle; }}
.slide table.slide-table thead th {{ color: {terms.SECONDARY}; vertical-align: bottom; text-align: center;
  line-height: 1.05; }}
.slide table.slide-table thead th:first-child {{ text-align: left; }}
.slide table.slide-table td {{ text-align: center; background: {terms.EMPTY_CELL}; }}
.slide table.slide-table .slide-sum {{ background: none; color: {terms.SECONDARY}; }}
.slide dl.slide-facts {{ display: grid; flex: none; align-content: start; row-gap: 8u; }}
.slide dl.slide-facts > div {{ display: grid; grid-template-columns: calc(var(--n) * var(--u)) 1fr; column-gap: 16u;
  line-height: 1.2; }}
.slide dl.slide-facts dt {{ color: {terms.SECONDARY}; font-weight: 400; }}
.slide-status {{ display: flex; flex-wrap: wrap; gap: 4u 30u; align-items: center; flex: none; font-size: 38u;
  line-height: 52u; white-space: nowrap; }}
.slide-half .slide-body {{ gap: 16u; }}
.slide-half .slide-status {{ font-size: 32u; line-height: 40u; column-gap: 24u; }}
.slide-status > br {{ flex-basis: 100%; }}
.slide-status > span {{ display: inline-flex; align-items: center; gap: 12u; }}
.slide-columns {{ display: grid; grid-template-columns: 1fr 1fr; column-gap: 64u; flex: none; }}
.slide h2.slide-head {{ font-size: 26u; font-weight: 600; line-height: 38u; }}
.slide ul.slide-milestones {{ display: grid; row-gap: 8u; }}
.slide ul.slide-beside {{ grid-template-columns: 1fr 1fr; column-gap: 24u; }}
.slide-beside > li:last-child:nth-child(odd) {{ grid-column: 1 / -1; }}
.slide ul.slide-milestones li {{ display: grid; grid-template-columns: 1.5em 1fr; align-items: start;
  line-height: 1.15; }}
.slide ul.slide-milestones .slide-below {{ display: block; font-size: 22u; line-height: 28u; margin: 0; }}
.slide-milestones .slide-late {{ white-space: nowrap; }}
.slide-half dl.slide-facts, .slide-half ul.slide-milestones {{ row-gap: 4u; }}
.slide-half h2.slide-head {{ line-height: 32u; }}
.slide-line {{ flex: none; }}
@media (forced-colors: active) {{
  .slide-bar > span, .slide-column > span, .slide i {{ forced-color-adjust: none; }} }}
"""


@cache
def styles() -> str:
    """The CSS of all slides; `--u` is the unit, which whoever shows them may set otherwise."""
    parts = [_in_units(_CSS), *map(_status, terms.STATUS.values()), *map(_direction, terms.DIRECTION_COLOUR)]
    return "".join(parts)


def _in_units(css: str) -> str:
    """`31u` becomes 31 units; without line ends and doubled spaces.

    >>> _in_units("a { top: -4u;  left: 80u; }")
    'a { top: calc(-4 * var(--u)); left: calc(80 * var(--u)); }'
    """
    counted = re.sub(r"(?<![\w#.])(-?\d+(?:\.\d+)?)u\b", r"calc(\1 * var(--u))", css)
    return re.sub(r"\s+", " ", counted)


def _status(row: terms.Status) -> str:
    """The ground of a status; hatched lines leave a white halo round what is written on them."""
    ground = f"background: {row.colour}; color: {row.on_colour};"
    if row.hatched:
        wide, gap = "calc(1.5 * var(--u))", "calc(7 * var(--u))"
        drawn = f"repeating-linear-gradient(135deg, {row.colour} 0 {wide}, {terms.WHITE} {wide} {gap})"
        halo = ", ".join([f"0 0 4px {terms.WHITE}"] * 4)
        edge = f"box-shadow: inset 0 0 0 {wide} {row.colour};"
        ground = f"background: {drawn}; color: {row.on_colour}; text-shadow: {halo}; {edge}"
    signed = f'.slide i.slide-is-{row.code}::before {{ content: "{row.symbol}" / ""; }} '
    return f".slide .slide-is-{row.code} {{ {ground} }} {signed}"


def _direction(code: str) -> str:
    return f".slide table.slide-table td.slide-to-{code} {{ background: {terms.DIRECTION_COLOUR[code]}; }} "

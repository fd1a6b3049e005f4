"""The looks of what Streamlit has no element for: one style block with one size for each thing (LOOKS §2)."""

from audit_core import terms

CSS = f"""
:root {{ --am-ink: {terms.INK}; --am-second: {terms.SECONDARY}; --am-accent: {terms.ACCENT};
  --am-line: {terms.HAIRLINE}; --am-rule: {terms.ROW_RULE}; --am-soft: {terms.SOFT_GROUND};
  --am-alarm: {terms.OVERDUE_COLOUR}; --am-white: {terms.WHITE}; --am-cell: {terms.EMPTY_CELL};
  --am-chosen: {terms.SELECTED_ROW}; }}
.am-word {{ color: var(--am-second); font-size: 15px; white-space: nowrap; line-height: 40px; }}
.am-note {{ color: var(--am-second); font-size: 14px; line-height: 1.5; }}
.am-banner {{ background: var(--am-soft); border-left: 3px solid var(--am-accent); padding: 4px 12px;
  font-size: 15px; }}
.stHtml ul.am-key {{ display: flex; flex-wrap: wrap; gap: 7px 20px; margin: 0; padding: 0; list-style: none; }}
.stHtml ul.am-key li {{ display: inline-flex; align-items: center; gap: 7px; margin: 0; padding: 0;
  font-size: 15px; line-height: 20px; white-space: nowrap; }}
.am-key b, .am-row b, .am-table b {{ font-weight: 600; }}
.am-status {{ display: inline-flex; align-items: center; gap: 8px; white-space: nowrap; }}
.am-chip {{ display: inline-flex; align-items: center; justify-content: center; flex: none; box-sizing: border-box;
  width: 20px; height: 20px; border-radius: 3px; font-size: 13px; line-height: 1; font-weight: 600; }}
.stHtml ul.am-list {{ margin: 0; padding: 0; list-style: none; }}
.stHtml li.am-row {{ display: flex; justify-content: space-between; gap: 4px 16px; padding: 7px 0; margin: 0;
  border-bottom: 1px solid var(--am-rule); line-height: 1.45; font-size: 15px; }}
.stHtml li.am-row:last-child {{ border-bottom: 0; }}
.am-row > span {{ min-width: 0; }}
.am-row > span + span {{ flex: none; text-align: right; max-width: 55%; }}
.am-row > .am-named {{ text-align: left; width: 38%; }}
.am-row small {{ display: block; color: var(--am-second); font-size: 14px; overflow-wrap: anywhere; }}
.am-row strong {{ font-weight: 600; overflow-wrap: anywhere; }}
.am-row .am-title {{ font-weight: 400; }}
.am-row .am-title, .am-row .am-named {{ overflow-wrap: anywhere; }}
.am-in-line .am-row > span + span {{ width: 38%; text-align: left; }}
.am-alarm {{ color: var(--am-alarm); }}
.am-alarm .am-sign {{ font-size: 13px; margin-right: 3px; }}
.am-scroll {{ overflow-x: auto; max-width: 100%; }}
.am-table {{ border-collapse: separate; border-spacing: 2px; font-size: 15px; margin: 0; }}
.am-table th, .am-table td {{ border: 0; padding: 0 2px; font-weight: 400; height: 28px; }}
.am-table tbody th, .am-table tfoot th {{ text-align: left; white-space: nowrap; padding-right: 10px; }}
.am-table td {{ text-align: center; min-width: 38px; background: var(--am-cell); color: var(--am-ink); }}
.am-table td.am-sum {{ background: none; color: var(--am-second); }}
.am-table tfoot th, .am-table thead th {{ color: var(--am-second); font-size: 14px; }}
.am-table thead th {{ height: 86px; vertical-align: bottom; padding: 0; text-align: left; }}
.am-table thead th.am-sum {{ text-align: center; }}
.am-table thead span {{ display: block; width: 40px; white-space: nowrap; line-height: 1;
  transform: translate(19px, -6px) rotate(-38deg); transform-origin: left bottom; }}
.am-many td, .am-many thead span {{ min-width: 34px; width: 34px; }}
.am-legend {{ display: flex; flex-wrap: wrap; gap: 4px 10px; color: var(--am-second); font-size: 14px; }}
.am-legend i {{ display: inline-block; width: 14px; height: 14px; margin-right: 3px; vertical-align: -2px; }}
.st-key-am-address, :has(> .st-key-am-address) {{ display: none; }}
.st-key-am-filters {{ margin-bottom: 4px; }}
.st-key-am-filters input[role=combobox] {{ text-overflow: ellipsis; }}
.rc-overflow-item-rest [data-testid="stTopNavSection"] p {{ font-size: 0; }}
.rc-overflow-item-rest [data-testid="stTopNavSection"] p::after {{ content: "weitere Seiten"; font-size: 14px; }}
.st-key-am-notes {{ margin: -12px 0 -20px; }}
.st-key-am-later button {{ min-height: 0; }}
.st-key-am-later p {{ font-size: 14px; color: var(--am-accent); text-decoration: underline; }}
[class*="st-key-am-head-column"] {{ min-height: 26px; align-items: center; }}
[class*="st-key-am-head-"] :is(a, button), .stDownloadButton button[kind=tertiary] {{ min-height: 0; padding: 0; }}
[class*="st-key-am-head-"] :is(a, button) {{ background: none; }}
[class*="st-key-am-head-"] :is(a, button) p, .stDownloadButton button[kind=tertiary] p {{ font-size: 14px;
  color: var(--am-accent); text-decoration: underline; }}
.am-alert {{ background: var(--am-soft); border-left: 3px solid var(--am-ink); padding: 4px 12px; font-size: 15px;
  line-height: 1.5; overflow-wrap: anywhere; }}
:has(> [data-testid="stHeaderLogo"]) {{ display: inline-flex; align-items: center; }}
.am-fields {{ width: 100%; max-width: 860px; border-collapse: collapse; font-size: 15px; }}
.am-fields th, .am-fields td {{ border: 0; border-bottom: 1px solid var(--am-rule); padding: 7px 0 7px 16px;
  font-weight: 400; text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }}
.am-fields th[scope=row], .am-fields thead th:first-child {{ text-align: left; white-space: normal; padding-left: 0; }}
.am-fields thead th {{ color: var(--am-second); font-size: 14px; vertical-align: bottom; }}
.am-fields tr:last-child > * {{ border-bottom: 0; }}
.am-fields b {{ font-weight: 600; }}
.stVerticalBlock.st-key-am-year-lists {{ display: block; columns: 3 300px; column-gap: 32px; }}
.st-key-am-year-lists > * {{ break-inside: avoid-column; padding-bottom: 24px; }}
.am-row > .am-named .am-status {{ white-space: normal; overflow-wrap: normal; }}
.am-clamp {{ display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 4; overflow: hidden;
  overflow-wrap: anywhere; }}
[class*="st-key-am-open-"] {{ position: relative; border-bottom: 1px solid var(--am-rule); }}
[class*="st-key-am-open-"]:hover {{ background: var(--am-chosen); }}
[class*="st-key-am-open-"]:hover .am-clamp {{ color: var(--am-accent); text-decoration: underline; }}
[class*="st-key-am-open-"] > :last-child, [class*="st-key-am-open-"] [class*="st-key-am-way-"] {{ position: absolute;
  inset: 0; width: 100%; }}
[class*="st-key-am-open-"] [class*="st-key-am-way-"] * {{ width: 100%; height: 100%; min-height: 0; }}
[class*="st-key-am-open-"] button p {{ opacity: 0; overflow: hidden; font-size: 13px; }}
[class*="st-key-am-open-"] button:focus-visible {{ outline: 2px solid var(--am-accent); }}
[class*="st-key-am-narrow-"] {{ display: none; }}
@media (min-width: 641px) {{ .st-key-am-balance-picture:not(:has(.am-earlier)) {{ margin-bottom: -20px; }} }}
@media (max-width: 640px) {{
  [class*="st-key-am-narrow-"] {{ display: flex; }}
  [class*="st-key-am-wide-"] {{ display: none; }}
  .am-fields thead th {{ white-space: normal; }}
  .am-clamp {{ hyphens: auto; }}
  .am-fields th, .am-fields td {{ padding-left: 10px; }}
}}
@media (max-width: 1365px) {{
  [class*="st-key-am-stack-"] [data-testid="stHorizontalBlock"]:has(> [data-testid="stColumn"]) {{ flex-wrap: wrap; }}
  [class*="st-key-am-stack-"] [data-testid="stColumn"] {{ min-width: 100%; }}
}}
.am-earlier {{ display: flex; flex-wrap: wrap; gap: 4px 16px; align-items: center; margin-top: -10px;
  font-size: 14px; }}
.am-earlier + .am-note {{ margin-top: 6px; }}
.am-only-narrow {{ display: none; }}
@media (max-width: 640px) {{ .am-only-narrow {{ display: block; }} }}
@media (max-width: 1366px) {{
  .st-key-am-balance-picture [data-testid="stHorizontalBlock"]:has(> [data-testid="stColumn"]) {{ flex-wrap: wrap; }}
  .st-key-am-balance-picture [data-testid="stColumn"] {{ min-width: 100%; }}
}}
@media (max-width: 1320px) {{
  .st-key-am-bars-partly [data-testid="stHorizontalBlock"]:has(> [data-testid="stColumn"]) {{ flex-wrap: wrap; }}
  .st-key-am-bars-partly [data-testid="stColumn"] {{ min-width: 100%; }}
}}
body:has([data-testid="stSkipToContent"]:focus) :has(> [data-testid="stHeaderLogo"]) {{ visibility: hidden; }}
[data-testid="stTopNavLink"]:focus-visible {{ outline: 2px solid var(--am-accent); }}
"""

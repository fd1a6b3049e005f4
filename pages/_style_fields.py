"""What only the page Handlungsfelder needs of the style block."""

from audit_core import terms

CSS = f"""
:root {{ --am-bar: {terms.BAR_GROUND}; }}
.am-described {{ color: var(--am-second); font-size: 15px; line-height: 1.5; margin-top: -8px;
  overflow-wrap: anywhere; }}
.stHtml .am-measure {{ display: grid; grid-template-columns: minmax(0, 1fr) 160px 152px 120px; gap: 4px 16px;
  padding: 9px 0; margin: 0; font-size: 15px; line-height: 1.45; }}
.am-measure > span {{ min-width: 0; }}
.am-measure b {{ font-weight: 600; }}
.am-measure strong {{ font-weight: 600; }}
.am-measure small {{ display: block; color: var(--am-second); font-size: 14px; overflow-wrap: anywhere; }}
.am-measure small.am-under {{ padding-left: 28px; line-height: 1.25; }}
.am-measure .am-clamp {{ overflow-wrap: anywhere; }}
.am-measure .am-sign {{ display: inline-block; width: 16px; font-size: 13px; margin: 0; }}
.am-measure small .am-sign {{ width: auto; margin-right: 3px; }}
.am-measure small .am-alarm, .am-goal .am-alarm {{ white-space: nowrap; }}
.am-measure .am-none {{ color: var(--am-second); }}
.stHtml .am-measure-head {{ color: var(--am-second); font-size: 14px; padding: 0 0 6px;
  border-bottom: 1px solid var(--am-line); }}
.am-goal {{ display: flex; justify-content: space-between; align-items: baseline; gap: 2px 16px; padding: 14px 0 3px;
  border-bottom: 1px solid var(--am-rule); }}
.stHtml .am-goal h3 {{ font-size: 16px; font-weight: 600; line-height: 1.35; margin: 0; padding: 0;
  color: var(--am-ink); overflow-wrap: anywhere; }}
.am-goal > span {{ color: var(--am-second); font-size: 14px; flex: none; }}
.am-goal .am-sign {{ font-size: 13px; margin-right: 3px; }}
.am-with-bar {{ display: flex; align-items: center; gap: 10px; }}
.am-with-bar b {{ flex: none; width: 44px; text-align: right; }}
.am-bar {{ position: relative; display: block; flex: 1; height: 8px; background: var(--am-bar); }}
.am-bar i {{ display: block; height: 100%; background: var(--am-accent); }}
.am-bar u {{ position: absolute; top: -4px; bottom: -4px; width: 2.5px; margin-left: -1px; background: var(--am-ink);
  text-decoration: none; }}
.am-field-progress > div {{ display: flex; justify-content: space-between; align-items: baseline; margin-bottom: 9px; }}
.am-field-progress b {{ font-size: 18px; font-weight: 600; }}
.am-field-progress div > span {{ color: var(--am-second); font-size: 14px; }}
.am-field-progress .am-bar {{ height: 12px; margin-bottom: 4px; }}
.am-conflicts {{ color: var(--am-second); font-size: 14px; line-height: 1.45; }}
.stHtml .am-key-figures {{ width: 100%; border-collapse: collapse; font-size: 15px; margin: 0; line-height: 1.4; }}
.am-key-figures th, .am-key-figures td {{ border: 0; border-bottom: 1px solid var(--am-rule); padding: 5px 0;
  font-weight: 400; text-align: left; vertical-align: baseline; overflow-wrap: anywhere; }}
.am-key-figures thead th {{ color: var(--am-second); font-size: 14px; }}
.am-key-figures tbody th {{ font-weight: 600; padding-top: 14px; }}
.am-key-figures th span {{ color: var(--am-second); font-weight: 400; }}
.am-key-figures :is(td, th):first-child:not([colspan]) {{ white-space: nowrap; }}
.am-key-figures :is(td, thead th):nth-child(2) {{ text-align: right; padding: 5px 16px; white-space: nowrap;
  font-variant-numeric: tabular-nums; }}
.am-key-figures :is(td, thead th):nth-child(3) {{ color: var(--am-second); font-size: 14px; width: 50%; }}
.am-conflicts a, .am-values a, .am-key-figures a {{ color: var(--am-accent); }}
.am-conflicts div + div {{ margin-top: 4px; }}
[class*="st-key-am-goal-all-"] button {{ min-height: 0; padding: 8px 0 0; background: none; }}
[class*="st-key-am-goal-all-"] button p {{ font-size: 14px; color: var(--am-accent); text-decoration: underline; }}
@media (max-width: 640px) {{
  .stHtml .am-measure {{ grid-template-columns: 1fr 1fr; gap: 6px 16px; padding: 12px 0; }}
  .stHtml .am-measure > span:first-child {{ grid-column: 1 / -1; }}
  .stHtml .am-measure > span:last-child {{ grid-column: 1 / -1; max-width: 240px; }}
  .stHtml .am-measure-head {{ display: none; }}
  .am-goal {{ display: block; }}
  [data-testid="stMetricDeltaDescription"] :is(div, p) {{ white-space: normal; overflow: visible; }}
}}
"""

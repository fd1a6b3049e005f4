"""What only an opened measure needs of the style block."""

from audit_core import terms

CSS = f"""
.st-key-am-measure-ways {{ margin-bottom: -12px; }}
:is(.st-key-am-measure-ways, .st-key-am-later-entries, [class*="st-key-am-as-of-"]) button {{ min-height: 0;
  padding: 0; background: none; }}
:is(.st-key-am-measure-ways, .st-key-am-later-entries, [class*="st-key-am-as-of-"]) button p {{ font-size: 14px;
  color: var(--am-accent); }}
[class*="st-key-am-as-of-"] button p, .st-key-am-measure-ways button:hover p {{ text-decoration: underline; }}
.am-status-line {{ display: flex; flex-wrap: wrap; align-items: center; font-size: 16px; line-height: 26px;
  color: var(--am-second); margin-top: -6px; }}
.am-status-line > span:not(:last-child)::after {{ content: "·"; margin: 0 8px; color: var(--am-second);
  font-weight: 400; }}
.am-status-line .am-strong {{ color: var(--am-ink); font-weight: 600; }}
.am-status-line .am-sign {{ font-size: 13px; margin-right: 4px; }}
.stHtml ul.am-hints {{ margin: 0; padding: 0; list-style: none; }}
.stHtml ul.am-hints li {{ margin: 0; padding: 1px 0 1px 10px; border-left: 3px solid var(--am-line); font-size: 14px;
  line-height: 1.5; color: var(--am-second); overflow-wrap: anywhere; }}
.am-course-key {{ display: flex; flex-wrap: wrap; gap: 4px 16px; color: var(--am-second); font-size: 14px; }}
.am-course-key > span {{ display: inline-flex; align-items: center; gap: 7px; white-space: nowrap; }}
.am-mark {{ display: inline-block; flex: none; box-sizing: border-box; width: 10px; height: 10px; }}
.am-first {{ transform: rotate(45deg); border: 2px solid var(--am-second); width: 9px; height: 9px; }}
.am-due {{ transform: rotate(45deg); background: var(--am-ink); width: 9px; height: 9px; }}
.am-reached {{ border-radius: 50%; background: {terms.STATUS["completed"].colour}; }}
.am-dash {{ width: 18px; height: 5px; }}
.am-beyond {{ background: var(--am-alarm); }}
.stHtml dl.am-facts {{ margin: 0; padding: 0; }}
:is(.am-facts, .am-entries) a {{ color: var(--am-accent); text-decoration: underline; }}
.am-facts > div {{ display: grid; grid-template-columns: 112px 1fr; gap: 0 8px; padding: 7px 0;
  border-bottom: 1px solid var(--am-rule); line-height: 1.45; font-size: 15px; }}
.am-facts > div:last-child {{ border-bottom: 0; }}
.stHtml .am-facts dt {{ color: var(--am-second); font-size: 14px; line-height: 22px; font-weight: 400; margin: 0; }}
.stHtml .am-facts dd {{ margin: 0; overflow-wrap: anywhere; min-width: 0; }}
.am-entries {{ width: 100%; border-collapse: collapse; font-size: 15px; line-height: 1.45; margin: 0; }}
.am-entries th, .am-entries td {{ border: 0; border-bottom: 1px solid var(--am-rule); padding: 7px 16px 7px 0;
  font-weight: 400; text-align: left; vertical-align: top; }}
.am-entries th:last-child, .am-entries td:last-child {{ padding-right: 0; }}
.am-entries thead th {{ color: var(--am-second); font-size: 14px; border-bottom-color: var(--am-line); }}
.am-entries tbody tr:last-child td {{ border-bottom: 0; }}
.am-entries td:nth-child(-n+2) {{ white-space: nowrap; }}
.am-entries td:nth-child(4) {{ width: 46%; overflow-wrap: anywhere; }}
.am-entries td:nth-child(5) {{ overflow-wrap: anywhere; }}
.am-entries td > span {{ display: block; }}
.am-entries td > .am-status {{ display: inline-flex; }}
.am-entries small {{ display: block; color: var(--am-second); font-size: 14px; overflow-wrap: anywhere; }}
.am-entries .am-recorded {{ white-space: nowrap; }}
.am-entries .am-remark {{ color: var(--am-second); font-size: 14px; }}
.am-lost td {{ color: var(--am-second); }}
.am-lost td:not(:last-child) > span:not(.am-remark) {{ text-decoration: line-through; }}
.st-key-am-measure-narrow {{ display: none; }}
@media (max-width: 900px) {{
  .st-key-am-measure-wide {{ display: none; }}
  .st-key-am-measure-narrow {{ display: flex; }}
}}
@media (max-width: 640px) {{
  .st-key-am-course-foot {{ flex-wrap: wrap; }}
  .am-entries thead {{ position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }}
  .am-entries tr {{ display: grid; grid-template-columns: auto 1fr; gap: 0 12px; padding: 8px 0;
    border-bottom: 1px solid var(--am-rule); }}
  .am-entries tbody td {{ padding: 0; border: 0; }}
  .am-entries td:nth-child(n+3) {{ grid-column: 1 / -1; width: auto; }}
  .am-entries td:nth-child(2) {{ color: var(--am-second); text-align: right; }}
}}
"""

"""What the form, the log of uploads, the lists for offices and the first start need of the style block."""

from audit_core import terms

CSS = f"""
.st-key-am-upload-address, :has(> .st-key-am-upload-address) {{ display: none; }}
.am-wrong {{ color: var(--am-alarm); font-size: 14px; line-height: 1.45; }}
.stHtml ul.am-noted {{ margin: 0; padding: 0; list-style: none; }}
.stHtml ul.am-noted li {{ margin: 0 0 6px; padding: 1px 0 1px 10px; border-left: 3px solid
  {terms.STATUS["postponed"].colour}; font-size: 14px; line-height: 1.5; overflow-wrap: anywhere; }}
.am-subject {{ font-size: 16px; font-weight: 600; line-height: 1.4; overflow-wrap: anywhere; }}
.stHtml dl.am-in-force {{ margin: 0; padding: 0; }}
.am-in-force > div {{ display: grid; grid-template-columns: 104px 1fr; gap: 0 8px; padding: 6px 0;
  border-bottom: 1px solid var(--am-rule); line-height: 1.45; font-size: 15px; }}
.am-in-force > div:last-child {{ border-bottom: 0; }}
.stHtml .am-in-force dt {{ color: var(--am-second); font-size: 14px; line-height: 22px; font-weight: 400; margin: 0; }}
.stHtml .am-in-force dd {{ margin: 0; overflow-wrap: anywhere; min-width: 0; }}
[class*="st-key-am-form-"] [data-testid="InputInstructions"], .st-key-am-who [data-testid="InputInstructions"] {{
  display: none; }}
:is(.st-key-am-form-take-over, .st-key-am-form-clear, .st-key-am-form-receipt, .st-key-am-undo-ways,
  .st-key-am-uploads-paging, .st-key-am-measure-report) button[kind=tertiary] {{ min-height: 0; padding: 0;
  background: none; }}
:is(.st-key-am-form-take-over, .st-key-am-form-clear, .st-key-am-form-receipt, .st-key-am-undo-ways,
  .st-key-am-uploads-paging) button[kind=tertiary]:not(:disabled) p {{ font-size: 14px; color: var(--am-accent);
  text-decoration: underline; }}
.st-key-am-uploads-paging button p {{ font-size: 14px; }}
.st-key-am-undo-ways {{ margin-bottom: -12px; }}
.st-key-am-undo-ways button[kind=tertiary] p {{ text-decoration: none; }}
.stHtml .am-upload {{ display: grid; grid-template-columns: 40px 168px 118px minmax(0, 1fr) minmax(0, 1.4fr) 56px
  minmax(0, 1.6fr); gap: 4px 16px; padding: 9px 0; margin: 0; font-size: 15px; line-height: 1.45; }}
.am-upload > span {{ min-width: 0; overflow-wrap: anywhere; }}
.am-upload b {{ font-weight: 600; }}
.am-upload > span:nth-child(6) {{ text-align: right; font-variant-numeric: tabular-nums; }}
.stHtml .am-upload-head {{ color: var(--am-second); font-size: 14px; padding: 0 0 6px;
  border-bottom: 1px solid var(--am-line); }}
.am-undone > span:not(:last-child) {{ color: var(--am-second); }}
.am-undone .am-clamp {{ text-decoration: line-through; }}
.am-state {{ display: flex; gap: 6px; font-size: 15px; line-height: 1.45; }}
.am-state i {{ font-style: normal; flex: none; width: 12px; }}
.am-part {{ display: grid; grid-template-columns: 32px 1fr auto; gap: 0 14px; align-items: center; padding: 2px 0; }}
.am-part > i {{ font-style: normal; display: flex; align-items: center; justify-content: center; width: 32px;
  height: 32px; border-radius: 50%; border: 1px solid var(--am-line); color: var(--am-second); font-size: 15px; }}
.am-part-next > i {{ background: var(--am-accent); border-color: var(--am-accent); color: var(--am-white);
  font-weight: 600; }}
.am-part b {{ font-weight: 600; font-size: 16px; }}
.am-part small {{ display: block; color: var(--am-second); font-size: 14px; line-height: 1.45; }}
.am-done, .am-missing {{ font-size: 15px; white-space: nowrap; }}
.am-done {{ color: {terms.STATUS["completed"].colour}; font-weight: 600; }}
.am-missing {{ color: var(--am-second); }}
.am-part-next .am-missing {{ color: var(--am-accent); font-weight: 600; }}
[class*="st-key-am-plan-part-"] {{ border-bottom: 1px solid var(--am-rule); padding-bottom: 10px; }}
[class*="st-key-am-plan-part-"] [data-testid="stDownloadButton"] button {{ min-height: 0; padding: 4px 0; }}
.st-key-am-first-county button {{ min-height: 0; padding: 0; background: none; }}
.st-key-am-first-county button p {{ color: var(--am-accent); text-decoration: underline; font-size: 15px; }}
[data-testid="stMain"]:has(.st-key-teil) .st-key-am-notes {{ margin-bottom: 0; }}
@media (max-width: 640px) {{
  [class*="st-key-am-plan-part-"] {{ gap: 0; }}
  [class*="st-key-am-plan-part-"] [data-testid="stDownloadButton"] {{ margin-left: 46px; }}
}}
@media (max-width: 900px) {{
  .stHtml .am-upload {{ display: flex; flex-wrap: wrap; gap: 0 12px; padding: 10px 0; }}
  .stHtml .am-upload-head {{ display: none; }}
  .am-upload > span:first-child::before {{ content: "Nr. "; font-weight: 600; }}
  .am-upload > span:nth-child(-n+2) {{ order: 1; }}
  .am-upload > span:nth-child(2) {{ flex: 1 0 calc(100% - 100px); }}
  .am-upload > span:nth-child(3) {{ order: 2; color: var(--am-second); }}
  .am-upload > span:nth-child(6) {{ order: 3; flex: 1 0 50%; text-align: left; color: var(--am-second); }}
  .am-upload > span:nth-child(4) {{ order: 4; flex: 1 0 100%; color: var(--am-second); }}
  .am-upload > span:nth-child(4)::before {{ content: "von "; }}
  .am-nobody > span:nth-child(4) {{ display: none; }}
  .am-upload > span:nth-child(5) {{ order: 5; flex: 1 0 100%; }}
  .am-upload > span:nth-child(7) {{ order: 6; flex: 1 0 100%; }}
  .am-upload .am-only-narrow {{ display: inline; }}
}}
"""

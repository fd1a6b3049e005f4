"""The looks of an upload: stages, counts, old → new, problems, the uploader in German."""

from audit_core import terms
from pages._german import NOT_TAKEN
from pages._upload_gate import TOO_LARGE

CSS = f"""
.am-stages {{ display: flex; flex-wrap: wrap; justify-content: space-between; gap: 4px 24px; font-size: 15px;
  color: var(--am-second); line-height: 24px; }}
.stHtml .am-stages ol {{ display: flex; flex-wrap: wrap; gap: 0 24px; margin: 0; padding: 0; list-style: none; }}
.stHtml .am-stages li {{ margin: 0; padding: 0; font-size: 15px; }}
.am-stages .am-now {{ color: var(--am-accent); font-weight: 600; }}
.am-stages span {{ overflow-wrap: anywhere; }}
[data-testid="stMain"]:has(.am-working) [data-stale="true"] {{ display: none; }}
.stHtml ul.am-counts {{ display: grid; grid-template-columns: repeat(4, 1fr); gap: 16px 24px; padding: 0;
  margin: 0 0 12px; list-style: none; }}
.stHtml .am-counts li {{ border-top: 3px solid; padding: 8px 0 0; margin: 0; display: flex; flex-direction: column;
  font-size: 15px; line-height: 1.45; }}
.am-counts strong {{ font-size: 28px; font-weight: 600; line-height: 1.25; }}
.am-counts strong small {{ font-size: 17px; font-weight: 400; margin-left: 3px; }}
.am-counts small {{ color: var(--am-second); font-size: 14px; }}
.am-file {{ width: 100%; border-collapse: collapse; font-size: 15px; margin: 0; line-height: 1.4; }}
.am-file th, .am-file td {{ border: 0; padding: 6px 12px 6px 0; text-align: left; vertical-align: top;
  font-weight: 400; overflow-wrap: anywhere; }}
.am-file thead th {{ color: var(--am-second); font-size: 14px; border-bottom: 1px solid var(--am-line);
  white-space: nowrap; }}
.am-file tbody {{ border-bottom: 1px solid var(--am-rule); }}
.am-file tbody:last-child {{ border-bottom: 0; }}
.am-file th.am-num, .am-file td.am-num {{ text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }}
.am-file .am-kind {{ white-space: nowrap; }}
.am-problems :is(.am-num, .am-kind, .am-column) {{ width: 1%; }}
.am-changes tbody th {{ hyphens: auto; }}
.am-changes tbody th {{ width: 34%; }}
.am-changes .am-column {{ color: var(--am-second); white-space: nowrap; }}
.am-changes .am-value {{ width: 42%; padding-right: 0; }}
.am-changes :is(del, ins), .am-problems .am-text {{ white-space: pre-line; }}
.am-file del {{ color: var(--am-second); }}
.am-file ins {{ text-decoration: none; background: var(--am-chosen); border-radius: 3px; padding: 2px 5px;
  box-decoration-break: clone; -webkit-box-decoration-break: clone; }}
.am-file ins .am-status {{ margin-left: -1px; }}
.am-file ins:has(details), .am-file del:has(details) {{ display: block; }}
.am-arrow, .am-same, .am-before {{ color: var(--am-second); }}
.am-long summary {{ cursor: pointer; list-style: none; }}
.am-long summary::-webkit-details-marker {{ display: none; }}
.am-open, .am-shut {{ color: var(--am-accent); text-decoration: underline; white-space: nowrap; font-size: 14px; }}
.am-shut, .am-long[open] .am-start, .am-long[open] .am-open {{ display: none; }}
.am-long[open] .am-shut {{ display: inline; }}
.am-effect th[scope=row] {{ color: var(--am-ink); }}
.am-effect tbody tr + tr {{ border-top: 1px solid var(--am-rule); }}
.am-effect td:last-child, .am-effect thead th:last-child {{ text-align: right; padding-right: 0; }}
.am-effect td {{ white-space: nowrap; }}
.am-effect b {{ font-weight: 600; }}
.am-effect .am-green {{ color: {terms.STATUS["completed"].colour}; font-weight: 600; }}
.am-effect .am-red {{ color: var(--am-alarm); font-weight: 600; }}
.am-effect .am-gray {{ color: var(--am-second); font-weight: 600; }}
.stHtml ul.am-findings {{ margin: 0; padding: 0; list-style: none; display: grid; gap: 16px; }}
.stHtml .am-findings li {{ border-left: 3px solid; padding: 2px 0 2px 13px; margin: 0; display: flex;
  flex-direction: column; font-size: 15px; line-height: 1.45; overflow-wrap: anywhere; }}
.am-findings b {{ font-weight: 600; }}
.am-findings small {{ color: var(--am-second); font-size: 14px; }}
.am-problems .am-column, .am-problems .am-kind {{ white-space: nowrap; }}
.am-problems .am-text {{ width: 22%; color: var(--am-second); }}
.am-problems .am-what {{ width: 50%; padding-right: 0; }}
.am-recognised {{ font-size: 14px; color: var(--am-second); line-height: 1.5; margin-top: -8px; }}
.am-recognised summary {{ cursor: pointer; overflow-wrap: anywhere; }}
.am-recognised .am-file {{ max-width: 620px; margin: 8px 0 4px; color: var(--am-ink); }}
.am-recognised :is(th, td) {{ padding-top: 3px; padding-bottom: 3px; }}
.am-file-facts {{ max-width: 620px; }}
.am-file-facts tr + tr {{ border-top: 1px solid var(--am-rule); }}
.am-file-facts th {{ color: var(--am-second); width: 130px; }}
:is(.am-long, .am-recognised) summary:focus-visible {{ outline: 2px solid var(--am-accent); }}
[class*="st-key-am-more-"] button {{ min-height: 0; padding: 0; }}
[class*="st-key-am-more-"] button p {{ color: var(--am-accent); text-decoration: underline; font-size: 15px; }}
.st-key-am-decide {{ border-radius: 4px; }}
.st-key-am-decide [data-testid="InputInstructions"] {{ display: none; }}
.st-key-am-decide [data-testid="stHorizontalBlock"] {{ flex-wrap: wrap; }}
.st-key-am-uploader [data-testid="stFileUploaderDropzone"] {{ min-height: 168px; justify-content: center;
  flex-direction: column; gap: 12px; align-items: center; border: 1px dashed {terms.PAST_YEAR}; }}
.st-key-am-uploader [data-testid="stFileUploaderDropzoneInstructions"] {{ flex: none; margin: 0; align-self: center;
  text-align: center; }}
.st-key-am-uploader [data-testid="stFileUploaderDropzoneInstructions"] span {{ visibility: hidden; font-size: 0; }}
.st-key-am-uploader [data-testid="stFileUploaderDropzoneInstructions"] span::after {{ visibility: visible;
  content: "oder hierher ziehen, höchstens 20 MB"; font-size: 14px; color: var(--am-second); }}
.st-key-am-uploader:has([data-testid="stFileChip"][aria-invalid="true"])::after {{ content: "{NOT_TAKEN}";
  color: var(--am-alarm); font-size: 15px; }}
.st-key-am-uploader:has([data-testid="stFileChip"][data-too-large])::after {{ content: "{TOO_LARGE}"; }}
.am-changes th small {{ display: block; color: var(--am-second); font-size: 14px; font-weight: 400; }}
.st-key-am-upload-ways :is(a, button) {{ padding: 0; min-height: 32px; }}
.st-key-am-upload-ways a {{ background: none; }}
.st-key-am-upload-ways > .stElementContainer {{ margin: 0; }}
.st-key-am-upload-ways :is(.stPageLink, .stPageLink *) {{ margin: 0; max-height: 32px; }}
.st-key-am-upload-ways :is(a, button[kind]) p {{ color: var(--am-accent); text-decoration: underline; font-size: 15px;
  line-height: 24px; }}
@media (max-width: 640px) {{
  .stHtml ul.am-counts {{ grid-template-columns: 1fr 1fr; }}
  .stHtml .am-stages ol {{ gap: 0 12px; }}
  .am-changes thead, .am-problems thead {{ position: absolute; clip-path: inset(50%); width: 1px; height: 1px;
    overflow: hidden; white-space: nowrap; }}
  .am-changes, .am-problems, :is(.am-changes, .am-problems) tbody {{ display: block; }}
  :is(.am-changes, .am-problems) tbody {{ padding: 8px 0; }}
  :is(.am-changes, .am-problems) tr {{ display: flex; flex-wrap: wrap; gap: 0 12px; }}
  :is(.am-changes, .am-problems) tbody :is(th, td) {{ padding: 2px 0; }}
  .am-problems td:empty {{ display: none; }}
  .am-problems :is(.am-num, .am-kind, .am-column) {{ width: auto; }}
  :is(.am-changes, .am-problems) td.am-num::before {{ content: "Zeile "; color: var(--am-second); }}
  .am-changes tbody th {{ flex: 0 0 100%; width: auto; font-weight: 600; }}
  .am-changes .am-column {{ flex: 0 0 86px; }}
  .am-changes .am-value {{ flex: 1; width: auto; min-width: 0; }}
  .am-problems .am-text, .am-problems .am-what {{ flex: 0 0 100%; width: auto; }}
  .am-effect th, .am-effect td {{ font-size: 14px; }}
}}
"""

"""What the page Berichte needs of the style block: rows of documents, the preview, frozen reports."""

CSS = """
[class*="st-key-am-document-line-"] > :first-child { flex: 1 1 300px; min-width: 0; }
[class*="st-key-am-document-line-"] [data-testid="stDownloadButton"] button { min-height: 36px; padding: 4px 12px; }
.st-key-am-documents > [class*="st-key-am-document-"], .st-key-am-documents > div > [class*="st-key-am-document-"] {
  border-bottom: 1px solid var(--am-rule); padding: 4px 0; }
.st-key-am-documents [data-testid="stDownloadButtonError"] { display: none; }
[data-testid="stDownloadButtonError"] { font-size: 0; }
[data-testid="stDownloadButtonError"]::after { font-size: 14px; content: "Die Datei ließ sich nicht erstellen."; }
.st-key-am-notes-documents { margin-top: -12px; }
:is(.st-key-am-notes-documents, .st-key-am-preview-paging, .st-key-am-preview-large-paging,
  .st-key-am-document-draft, .st-key-am-frozen-ways, .st-key-am-frozen-more,
  .st-key-am-corrected-all) button[kind=tertiary] { min-height: 0; padding: 0; background: none; }
:is(.st-key-am-notes-documents, .st-key-am-preview-paging, .st-key-am-preview-large-paging,
  .st-key-am-document-draft, .st-key-am-frozen-more,
  .st-key-am-corrected-all) button[kind=tertiary]:not(:disabled) p { font-size: 14px; color: var(--am-accent);
  text-decoration: underline; }
.am-entry { display: flex; justify-content: space-between; align-items: center; gap: 4px 16px; padding: 7px 0;
  line-height: 1.45; font-size: 15px; }
.am-entry > span:first-child { min-width: 0; overflow-wrap: anywhere; }
.am-entry small { display: block; color: var(--am-second); font-size: 14px; }
.am-open-it { flex: none; border: 1px solid var(--am-line); border-radius: 6px; padding: 4px 12px; font-size: 14px;
  color: var(--am-accent); background: var(--am-white); }
[class*="st-key-am-open-"]:hover .am-open-it { border-color: var(--am-accent); }
:is([class*="st-key-am-document-line-"], [class*="st-key-am-frozen-file-"]) button em { position: absolute; width: 1px;
  height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.st-key-am-document-draft { margin: -6px 0 6px; row-gap: 0; }
.am-told { font-size: 15px; border-left: 3px solid var(--am-accent); padding: 4px 0 4px 10px; }
.am-page { display: block; width: 100%; border: 1px solid var(--am-line); max-width: 760px; }
.am-page-large { overflow: auto; max-width: 100%; }
.am-page-large .am-page { min-width: 900px; max-width: none; }
:is(.st-key-am-preview-paging, .st-key-am-preview-large-paging) button p { font-size: 14px; }
.st-key-am-preview-large { margin-left: auto; }
.st-key-am-frozen-ways { margin-bottom: -12px; }
.st-key-am-frozen-ways button[kind=tertiary] p { font-size: 14px; color: var(--am-accent); }
.st-key-am-preview-none { background: var(--am-soft); padding: 32px 24px; min-height: 420px; justify-content: center;
  align-items: center; text-align: center; }
.st-key-am-preview-paging { max-width: 760px; }
.st-key-am-calendar-office { margin: -4px 0 8px; }
.st-key-am-frozen, .st-key-am-freeze { margin-top: 8px; }
.st-key-am-frozen-checksums details { border: 0; }
.st-key-am-frozen-checksums summary { padding-left: 0; }
.am-file { font-size: 15px; line-height: 1.45; }
.am-file small { display: block; color: var(--am-second); font-size: 14px; margin-left: 18px;
  font-variant-numeric: tabular-nums; }
[class*="st-key-am-frozen-file-"] > :first-child { flex: 1 1 240px; min-width: 0; }
.am-checksum { display: grid; grid-template-columns: 56px 1fr; gap: 0 8px; font-size: 14px; padding: 2px 0; }
.am-checksum code { overflow-wrap: anywhere; background: none; color: inherit; padding: 0; font-size: 13px; }
.stHtml dl.am-frozen-facts > div { grid-template-columns: 148px 1fr; }
@media (max-width: 640px) {
  [class*="st-key-am-document-line-"] > :first-child { flex-basis: 100%; }
  [class*="st-key-am-document-line-"] { row-gap: 0; padding-bottom: 8px; }
  .st-key-am-preview-none { min-height: 0; }
}
"""

"""The style sheets of browser pages: one for what lessons hold, one more for paper."""

CONTENT = """\
:root {
  color-scheme: light dark;
  --text: #1b1f24; --muted: #565e69; --page: #ffffff; --raised: #f5f6f8; --border: #c9ced6;
  --link: #0b5394; --important: #9a3b00; --important-soft: #fdf1e7; --example: #0b5394;
  --example-soft: #eaf2fa; --practice: #1f6b3a; --practice-soft: #e9f5ed; --summary: #565e69;
  --summary-soft: #f0f2f5;
}
@media (prefers-color-scheme: dark) {
  :root {
    --text: #e6e8eb; --muted: #a8b0bb; --page: #16191d; --raised: #20252b; --border: #434b55;
    --link: #8ab8ea; --important: #f0a36b; --important-soft: #33251a; --example: #8ab8ea;
    --example-soft: #1b2a39; --practice: #7cc796; --practice-soft: #1a2d21; --summary: #a8b0bb;
    --summary-soft: #23282e;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: var(--page); color: var(--text);
  font: 1.0625rem/1.6 "Noto Sans", "Segoe UI", system-ui, sans-serif;
}
h1, h2, h3 { line-height: 1.25; margin: 1.6em 0 0.5em; text-wrap: balance; }
h1 { font-size: 1.9rem; margin-top: 0.4em; }
h2 { font-size: 1.4rem; }
h3 { font-size: 1.15rem; }
p, ul, ol, dl, pre, figure, .gulir, .kotak, .rumus { margin: 0 0 0.9em; }
li { margin-bottom: 0.25em; }
a { color: var(--link); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
img { max-width: 100%; height: auto; }
figcaption { color: var(--muted); font-size: 0.92em; }
.gulir { overflow-x: auto; }
table { border-collapse: collapse; min-width: 100%; }
th, td { border: 1px solid var(--border); padding: 0.4em 0.65em; text-align: left; }
td { vertical-align: top; }
th { background: var(--raised); }
.kanan { text-align: right; }
.tengah { text-align: center; }
pre { background: var(--raised); padding: 0.8em 1em; white-space: pre-wrap; }
pre, p, td { overflow-wrap: anywhere; }
code { font-family: "Noto Sans Mono", Consolas, monospace; font-size: 0.92em; }
blockquote { margin: 0 0 0.9em; padding: 0.1em 0 0.1em 1em; border-left: 5px solid var(--border); }
.kotak {
  border-left: 5px solid var(--summary); background: var(--summary-soft); padding: 0.8em 1em 0.1em;
}
.kotak-judul { margin-bottom: 0.3em; color: var(--summary); }
.ringkasan { border-color: var(--summary); }
.penting { border-color: var(--important); background: var(--important-soft); }
.penting > .kotak-judul { color: var(--important); }
.contoh { border-color: var(--example); background: var(--example-soft); }
.contoh > .kotak-judul { color: var(--example); }
.latihan { border-color: var(--practice); background: var(--practice-soft); }
.latihan > .kotak-judul { color: var(--practice); }
dt { font-weight: 600; }
dd { margin: 0 0 0.5em 1.2em; }
.tugas { list-style: none; margin-left: -1.3em; }
.istilah { font-style: normal; }
.istilah a { color: inherit; text-decoration: underline dotted; }
.rumus { overflow-x: auto; overflow-y: hidden; padding: 0.2em 0; }
.rumus math { width: max-content; margin: 0.3em 0; font-size: 1.15em; }
.tujuan { border-left: 5px solid var(--border); padding-left: 1em; }
.tujuan p { margin: 0; font-weight: 600; }
.catatan-kaki, .sumber { color: var(--muted); font-size: 0.94em; }
"""

PAPER = """\
@page { size: A4; margin: 20mm 18mm; }
:root {
  color-scheme: light;
  --text: #000000; --muted: #444444; --page: #ffffff; --raised: #f2f2f2; --border: #8c8c8c;
  --link: #000000; --important: #7a2f00; --important-soft: #ffffff; --example: #0b3d6e;
  --example-soft: #ffffff; --practice: #17522c; --practice-soft: #ffffff; --summary: #444444;
  --summary-soft: #ffffff;
}
body { font-size: 11pt; line-height: 1.5; max-width: 174mm; margin: 0 auto; padding: 8mm; }
h1 { font-size: 20pt; }
h2 { font-size: 14pt; }
h3 { font-size: 12pt; }
pre { border: 1px solid var(--border); }
h1, h2, h3, .kotak-judul { break-after: avoid; }
.kotak, figure, pre, .rumus, tr { break-inside: avoid; }
.kotak { border-style: solid; border-width: 1px; border-left-width: 5px; }
img { max-height: 120mm; }
p { orphans: 3; widows: 3; }
.gulir, .rumus { overflow: visible; }
@media print {
  body { padding: 0; max-width: none; }
  a[href^="http"]::after { content: " <" attr(href) ">"; font-size: 0.85em; }
  a[role="doc-backlink"] { display: none; }
}
.keterangan { color: var(--muted); margin-bottom: 1.5em; }
"""

SHEET = """\
@page { margin: 14mm 16mm; }
body { font-size: 10pt; line-height: 1.3; }
article { max-width: none; }
h1 { font-size: 15pt; margin: 0 0 2mm; }
h2 { font-size: 12pt; margin: 3mm 0 1mm; }
p, ul, ol { margin: 0 0 1.5mm; }
li { margin: 0; }
table { margin: 1.5mm 0; }
td, th { padding: 1mm 2mm; }
"""
"""What a sheet that people fill in adds: it is to fit on two pages."""

"""The style sheet and the script of the preview; everything works without the script."""

from lessons.rendering.web_style import CONTENT

STYLE = f"""{CONTENT}
.lewati {{ position: absolute; left: -100vw; }}
.lewati:focus {{ left: 1rem; top: 0.5rem; background: var(--page); padding: 0.3em 0.6em; }}
header {{
  display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0.2rem 1.5rem;
  padding: 0.6rem max(1rem, calc(50vw - 23rem)); border-bottom: 1px solid var(--border);
  background: var(--raised);
}}
header p {{ margin: 0; }}
header a {{ display: inline-block; padding: 0.2em 0; }}
header nav a {{ margin-right: 0.8em; }}
.nama a {{ color: inherit; font-weight: 600; text-decoration: none; }}
.nama a:hover {{ text-decoration: underline; }}
[aria-current] {{ color: inherit; font-weight: 600; text-decoration: none; }}
main {{ max-width: 48rem; margin: 0 auto; padding: 1rem 1rem 4rem; }}
#kabar, .rusak {{
  max-width: 46rem; margin: 1rem auto 0; padding: 0.7em 1em; color: var(--text);
  background: var(--important-soft); border-left: 5px solid var(--important);
}}
.rusak p, .rusak ul {{ margin-bottom: 0.3em; }}
.keterangan, .petunjuk {{ color: var(--muted); font-size: 0.94em; }}
.pelajaran > li {{ margin-bottom: 0.7em; }}
.pemeriksaan h1 {{ font-size: 1.4rem; }}
.pemeriksaan td {{ overflow-wrap: break-word; }}
.kaki {{
  list-style: none; padding: 1rem 0 0; display: flex; flex-wrap: wrap; gap: 0.5rem 1.5rem;
  align-items: center; border-top: 1px solid var(--border); margin-top: 2rem;
}}
fieldset {{ border: 1px solid var(--border); margin: 1.4rem 0 0; padding: 0.2rem 1rem 0.6rem; }}
fieldset.bagian {{ border-width: 1px 0 0 3px; margin-top: 0.8rem; }}
legend {{ padding: 0 0.4em; }}
legend h2, legend h3 {{ display: inline; margin: 0; font-size: 1.1rem; }}
.pilihan {{ list-style: none; padding: 0; }}
.pilihan label {{ display: flex; gap: 0.6em; padding: 0.3em 0.2em; align-items: baseline; }}
.pilihan label:hover {{ background: var(--raised); }}
.pasangan, .urutan {{ min-width: 0; }}
input, select, button {{ font: inherit; color: var(--text); max-width: 100%; }}
input[type=text], input[type=number], select {{
  background: var(--page); border: 1px solid var(--muted); padding: 0.25em 0.4em;
}}
input[type=number] {{ width: 9em; }}
button, .tombol {{
  display: inline-block; background: var(--raised); border: 1px solid var(--muted);
  padding: 0.35em 0.9em; cursor: pointer;
}}
button.tombol {{ background: var(--link); border-color: var(--link); color: var(--page); }}
.kuis > p:last-child {{ margin-top: 1.2rem; }}
.hasil, .umpan, .tanya {{ padding: 0.7em 1em 0.1em; border-left: 5px solid; margin: 0.8em 0; }}
.hasil h2 {{ margin: 0 0 0.3em; }}
.hasil {{ border-color: var(--example); background: var(--example-soft); }}
.benar {{ border-color: var(--practice); background: var(--practice-soft); }}
.belum, .tanya {{ border-color: var(--important); background: var(--important-soft); }}
.tanya {{ padding-bottom: 0.7em; }}
.umpan p {{ margin-bottom: 0.5em; }}
.catatan {{
  border: 1px dashed var(--muted); border-top: 0; padding: 0.6em 1rem; font-size: 0.94em;
  background: var(--raised);
}}
.catatan dl {{ display: grid; grid-template-columns: max-content 1fr; gap: 0.2em 1em; margin: 0; }}
.catatan dd {{ margin: 0; min-width: 0; }}
.catatan dd > * {{ margin-top: 0; margin-bottom: 0.2em; }}
.catatan pre {{ background: var(--page); }}
summary {{ cursor: pointer; padding: 0.3em 0; }}
@media (max-width: 40rem) {{ .catatan dl {{ grid-template-columns: 1fr; }} }}
"""

SCRIPT = """\
"use strict";
const shown = document.body.dataset.versi;
const notice = document.getElementById("kabar");

async function watch() {
  let now = shown;
  try {
    now = await (await fetch("/versi", { cache: "no-store" })).text();
    notice.hidden = true;
  } catch {
    notice.hidden = false;
  }
  if (now === shown) {
    setTimeout(watch, 1000);
    return;
  }
  // A result is asked for again with the same answers; a browser would ask before reloading it.
  const sent = document.querySelector("form[data-hasil]");
  if (sent) {
    sent.submit();
  } else {
    location.reload();
  }
}

watch();
"""

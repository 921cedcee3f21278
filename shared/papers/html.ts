import type { Block, DocumentContent } from "./content.ts";
import { qrCode, red } from "./drawings.ts";
import { sealOf } from "./sealing.ts";

/** The font by name, then what Windows, macOS and Linux have for official papers. */
const family = "'Noto Serif SC','Source Han Serif SC',FangSong,STFangsong,SimSun,'Songti SC',SimSun-ExtB,serif";

const style = `
@page{size:A4;margin:37mm 26mm 30mm 28mm}
@page sheet{size:A4 landscape;margin:0}
*{box-sizing:border-box}
body{margin:0 auto;max-width:156mm;padding:20mm 0;font:16pt/1.75 ${family};color:#000;overflow-wrap:anywhere}
@media print{body{padding:0;max-width:none}}
.record .head{color:#000;font-size:18pt}
.record h1{margin-bottom:.3em}
.record .number{text-align:right;font-size:12pt}
.head{margin:0;color:${red};font-size:32pt;line-height:1.3;font-weight:700;text-align:center;letter-spacing:.06em}
.number{margin:.6em 0 .3em;text-align:center}
.rule{border:0;border-top:1.5pt solid ${red};margin:0 0 1.6em}
h1{margin:0 0 1em;font-size:22pt;line-height:1.45;text-align:center;white-space:pre-line}
h2{margin:.8em 0 .3em;font-size:16pt;text-indent:2em}
p{margin:0;text-indent:2em;text-align:justify}
p.plain{text-indent:0}
table{width:100%;margin:.7em 0;border-collapse:collapse;font-size:12pt;line-height:1.5;table-layout:fixed}
td,th{padding:.3em .5em;border:.6pt solid #000;text-align:left;vertical-align:middle;font-weight:400}
th{text-align:center;font-weight:700}
.c{text-align:center}
tr{break-inside:avoid}
thead{display:table-header-group}
.sign{position:relative;width:78mm;min-height:42mm;margin:1.4em 0 0 auto;padding-top:14mm;text-align:center;break-inside:avoid}
.sign svg{position:absolute;left:18mm;top:0;width:42mm;height:42mm;mix-blend-mode:multiply}
footer{margin-top:1.6em;padding-top:.5em;border-top:.6pt solid #000;font-size:10.5pt;line-height:1.5;display:flex;gap:6mm;break-inside:avoid}
footer svg{width:26mm;height:26mm;flex:none}
footer p{text-indent:0;text-align:left}
.specimen{color:#666}
.certificate{page:sheet;max-width:none;width:297mm;height:209mm;padding:12mm}
.certificate main{height:100%;border:3pt double ${red};outline:1pt solid ${red};outline-offset:2mm;padding:12mm 26mm;position:relative}
.certificate h1{margin:4mm 0 2mm;font-size:36pt;letter-spacing:.2em;color:${red}}
.certificate table{font-size:15pt;margin:5mm 0 0}
.certificate td,.certificate th{border:0;padding:.14em .3em}
.certificate th{width:58mm;text-align:justify;text-align-last:justify;padding-right:8mm}
.certificate .sign{position:absolute;right:24mm;bottom:8mm;margin:0}
.certificate footer{position:absolute;left:26mm;bottom:8mm;border:0;max-width:120mm;align-items:end}
`.trim();

/** Every text goes through here: what people wrote is shown, never carried out. */
const safe = (text: string) => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** The document as one HTML file that needs nothing else, to be shown or printed on A4. */
export function renderHtml(content: DocumentContent): string {
  const certificate = content.layout === "certificate";
  const body = certificate ? onSheet(content) : onPaper(content);
  const set = content.layout === "letter" ? "" : ` class="${content.layout}"`;
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="robots" content="noindex"><title>${safe(`${content.title.replace("\n", "")} ${content.number}`)}</title><style>${style}</style></head><body${set}><main>
${body}
</main></body></html>
`;
}

const onPaper = (content: DocumentContent) =>
  [
    `<p class="head plain">${safe(content.organ)}</p>`,
    ...numbered(content),
    content.addressee === undefined ? "" : `<p class="plain">${safe(content.addressee)}：</p>`,
    ...content.blocks.map(block),
    signature(content),
    foot(content),
  ].join("\n");

/** The number stands under the red head of a letter, and under the title of a record. */
function numbered({ layout, title, number }: DocumentContent): readonly string[] {
  const [said, named] = [`<p class="number plain">${safe(number)}</p>`, `<h1>${safe(title)}</h1>`];
  return layout === "record" ? [named, said] : [`${said}<hr class="rule">`, named];
}

const onSheet = (content: DocumentContent) =>
  [`<h1>${safe(content.title)}</h1>`, ...content.blocks.map(block), signature(content), foot(content)].join("\n");

const signature = (content: DocumentContent) =>
  content.seal === "none"
    ? ""
    : `<div class="sign"><div>${safe(content.organ)}</div><div>${safe(content.date)}</div>${sealOf(content, family)}</div>`;

function foot({ notes, verifyAt, specimen }: DocumentContent): string {
  const how = verifyAt === undefined ? [] : [`扫描二维码或访问 ${verifyAt} 核验。`];
  const lines = [...notes, ...how].map((note) => `<p>${safe(note)}</p>`).join("");
  const example = specimen ? `<p class="specimen">示例文书，不具有法律效力。</p>` : "";
  return `<footer>${verifyAt === undefined ? "" : qrCode(verifyAt)}<div>${lines}${example}</div></footer>`;
}

function block(one: Block): string {
  switch (one.kind) {
    case "paragraph":
      return `<p>${safe(one.text)}</p>`;
    case "heading":
      return `<h2>${safe(one.text)}</h2>`;
    case "table":
      return table(one);
    case "form":
      return form(one);
  }
}

function table({ columns, rows }: Extract<Block, { kind: "table" }>): string {
  const sum = columns.reduce((total, { parts }) => total + parts, 0);
  const widths = columns.map(({ parts }) => `<col style="width:${((100 * parts) / sum).toFixed(1)}%">`).join("");
  const head = columns.map(({ title }) => `<th>${safe(title)}</th>`).join("");
  const cell = (text: string, at: number) => `<td${columns[at]?.centred ? ' class="c"' : ""}>${safe(text)}</td>`;
  const body = rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("");
  return `<table><colgroup>${widths}</colgroup><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

function form({ rows }: Extract<Block, { kind: "form" }>): string {
  const width = Math.max(...rows.map((row) => row.length));
  const cells = (row: (typeof rows)[number]) =>
    row
      .map(({ label, value, lines = 1 }) => {
        const span = row.length < width ? ` colspan="${2 * width - 1}"` : "";
        const height = lines > 1 ? ` style="height:${lines * 2}em;vertical-align:bottom"` : "";
        return `<th style="width:${width === 1 ? 24 : 18}%">${safe(label)}</th><td${span}${height}>${safe(value)}</td>`;
      })
      .join("");
  return `<table class="form"><tbody>${rows.map((row) => `<tr>${cells(row)}</tr>`).join("")}</tbody></table>`;
}

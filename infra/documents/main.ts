import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { samplePapers } from "../../services/permits/samples.ts";
import { loadTownFrom } from "../towns/load.ts";

/** `npm run documents [-- FOLDER]`: one of every document a town hands out, as PDF and HTML, for its legal officer to read. */
const folder = resolve(process.argv[2] ?? "documents");
await mkdir(folder, { recursive: true });
let at = 0;
for await (const { kind, name, pdf, html } of samplePapers(loadTownFrom(process.env.TOWN ?? "guangtong"))) {
  at += 1;
  const file = `${String(at).padStart(2, "0")}-${kind}`;
  await writeFile(join(folder, `${file}.pdf`), pdf);
  await writeFile(join(folder, `${file}.html`), html);
  console.log(`${file}  ${name}  ${pdf.length} bytes`);
}

import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { enforcementSamples } from "../../services/enforcement/samples.ts";
import { samplePapers } from "../../services/permits/samples.ts";
import { loadTownFrom } from "../towns/load.ts";

/** `npm run documents [-- FOLDER]`: one of every document a town hands out, as PDF and HTML, for its legal officer to read. */
const folder = resolve(process.argv[2] ?? "documents");
await mkdir(folder, { recursive: true });
const town = loadTownFrom(process.env.TOWN ?? "guangtong");
let at = 0;

async function* everyPaper() {
  yield* samplePapers(town);
  yield* enforcementSamples(town);
}

for await (const { kind, name, pdf, html } of everyPaper()) {
  at += 1;
  const file = `${String(at).padStart(2, "0")}-${kind}`;
  await writeFile(join(folder, `${file}.pdf`), pdf);
  await writeFile(join(folder, `${file}.html`), html);
  console.log(`${file}  ${name}  ${pdf.length} bytes`);
}

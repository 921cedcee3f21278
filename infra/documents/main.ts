import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { present } from "../../services/permits/common/domain/present.ts";
import { render } from "../../services/permits/papers/documents/render.ts";
import { compose } from "../../services/permits/papers/domain/compose.ts";
import { kindNames } from "../../services/permits/papers/domain/kinds.ts";
import { startOfDay } from "../../shared/calendar/index.ts";
import { loadTownFrom } from "../towns/load.ts";
import { samplesOf } from "./samples.ts";

/** `npm run documents [-- FOLDER]`: one of every document a town hands out, as PDF and HTML, for its legal officer to read. */
const folder = resolve(process.argv[2] ?? "documents");
const town = loadTownFrom(process.env.TOWN ?? "guangtong");
await mkdir(folder, { recursive: true });
for (const [at, { kind, source, standing, on, party }] of samplesOf(town).entries()) {
  const { profile } = town;
  const frame = {
    ...standing,
    id: `SAMPLE${String(at + 1).padStart(20, "0")}`,
    on,
    town: profile,
    ...present({ party }),
  };
  const content = compose(kind, source, { ...frame, number: numberOf(kind, at) });
  if (content === undefined) throw new Error(`${kind}: no such document`);
  const { pdf, html } = await render(content, startOfDay(on));
  const name = `${String(at + 1).padStart(2, "0")}-${kind}`;
  await writeFile(join(folder, `${name}.pdf`), pdf);
  await writeFile(join(folder, `${name}.html`), html);
  console.log(`${name}  ${kindNames[kind].zh}  ${pdf.length} bytes`);
}

/** A number as the profile's series would write it. */
function numberOf(kind: keyof typeof kindNames, at: number): string {
  const { documents, certificate, receipt } = town.profile.numbering;
  if (kind === "pause-notice") return "广通告〔2026〕5号";
  if (kind === "hearing-notice") return "广通听〔2026〕2号";
  const isNumbered = (name: string): name is keyof typeof documents => Object.hasOwn(documents, name);
  const series = kind === "receipt" ? receipt : isNumbered(kind) ? documents[kind] : certificate;
  return series.text.zh.replace("{year}", "2026").replace("{serial}", String(at + 1));
}

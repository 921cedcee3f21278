import { startOfDay } from "../../shared/calendar/index.ts";
import { present } from "../../shared/decider/index.ts";
import { renderHtml } from "../../shared/papers/index.ts";
import { drawPdf } from "../../shared/printing/pdf/draw.ts";
import type { TownLists } from "../../shared/town/lists.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { kindNames } from "./documents/domain/kinds.ts";
import { compose } from "./papers/domain/compose.ts";
import { samplesOf } from "./papers/samples.ts";

interface Town {
  readonly profile: TownProfile;
  readonly lists: TownLists;
}

/** One of every paper that permits hands out, drawn for the town's legal officer: its kind, Chinese name, PDF and HTML. */
export async function* samplePapers(town: Town) {
  for (const [at, { kind, source, standing, on, party }] of samplesOf(town).entries()) {
    const id = `SAMPLE${String(at + 1).padStart(20, "0")}`;
    const frame = { ...standing, id, on, town: town.profile, ...present({ party }) };
    const content = compose(kind, source, { ...frame, number: numberOf(town, kind, at) });
    if (content === undefined) throw new Error(`${kind}: no such document`);
    const pdf = await drawPdf(content, startOfDay(on));
    yield { kind, name: kindNames[kind].zh, pdf, html: renderHtml(content) };
  }
}

/** A number as the profile's series would write it. */
function numberOf({ profile }: Town, kind: keyof typeof kindNames, at: number): string {
  const { documents, certificate, receipt } = profile.numbering;
  if (kind === "pause-notice") return "广通告〔2026〕5号";
  if (kind === "hearing-notice") return "广通听〔2026〕2号";
  const isNumbered = (name: string): name is keyof typeof documents => Object.hasOwn(documents, name);
  const series = kind === "receipt" ? receipt : isNumbered(kind) ? documents[kind] : certificate;
  return series.text.zh.replace("{year}", "2026").replace("{serial}", String(at + 1));
}

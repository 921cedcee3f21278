import { startOfDay } from "../../shared/calendar/index.ts";
import { renderHtml } from "../../shared/papers/index.ts";
import { drawPdf } from "../../shared/printing/pdf/draw.ts";
import type { TownProfile } from "../../shared/town/profile.ts";
import { compose, numberGiven } from "./papers/domain/compose.ts";
import { kinds } from "./papers/domain/kinds.ts";
import { paperSamples } from "./papers/samples/index.ts";

/** One of every statutory paper of enforcement, drawn for the town's legal officer: its kind, Chinese name, PDF and HTML. */
export async function* enforcementSamples({ profile: town }: { readonly profile: TownProfile }) {
  for (const [at, { kind, dossier, on }] of paperSamples(town).entries()) {
    const { series, zh: name } = kinds[kind];
    const id = `SAMPLE${String(at + 1).padStart(20, "0")}`;
    const numbered = series === undefined ? undefined : town.numbering.enforcement[series].text.zh;
    const own = numbered?.replace("{year}", on.slice(0, 4)).replace("{serial}", "18");
    const number = numberGiven(kind, dossier) ?? own ?? "";
    const organ = { name: town.organName, uscc: town.uscc };
    const content = compose(kind, dossier, { id, on, town, organ, mode: "statutory", number });
    if (content === undefined) throw new Error(`${kind}: no such paper`);
    yield { kind, name, content, pdf: await drawPdf(content, startOfDay(on)), html: renderHtml(content) };
  }
}

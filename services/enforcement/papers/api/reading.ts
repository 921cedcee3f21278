import type { Actor } from "../../../../shared/decider/index.ts";
import { type Problem, problem, type Request } from "../../../../shared/http/index.ts";
import { maskName } from "../../../../shared/identity-codes/index.ts";
import { renderHtml } from "../../../../shared/papers/index.ts";
import { readContent } from "../../../../shared/printing/content-schema.ts";
import { type HandedOut, paperPolicy } from "../../../../shared/printing/hand-out.ts";
import { damagedPaper, isErasedPaper, readPaper } from "../../../../shared/printing/reading.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { type Loaded, sha256 } from "../../../../shared/store/index.ts";
import type { CaseParty } from "../../cases/domain/case/case.ts";
import { evidence } from "../../cases/domain/evidence/decider.ts";
import { penaltyCase } from "../../cases/index.ts";
import { siteInspection } from "../../inspections/domain/visit/decider.ts";
import { guidance } from "../../rectification/domain/guidance.ts";
import { keepersOf, maskedCopy, peopleNamed, peopleOfVisit, type Secret, witnesses } from "../domain/masking.ts";
import { type PaperFile, type PrintedPaper, printedPaper } from "../domain/paper.ts";
import { printedPdfOf } from "../printing.ts";
import { isForParty, mayHold, partiesIn, readerOf } from "./access.ts";

type Asked = Pick<Request, "params" | "actor">;
type DrawnUp = Extract<PrintedPaper, { status: "drawn-up" }>;
interface Drawn {
  readonly actor: Actor;
  readonly loaded: Loaded<PrintedPaper>;
  readonly state: DrawnUp;
}

/** A paper that exists and whose files are still there; else the problem with which its reader is answered. */
async function drawnPaper({ params: { id = "" }, actor }: Asked, { store }: Runtime): Promise<Drawn | Problem> {
  const loaded = await store.load(printedPaper, id);
  if (loaded?.state.status !== "drawn-up" || actor === undefined) return problem(404, "resource.not-found");
  return { actor, loaded, state: loaded.state };
}
const isProblem = (found: Drawn | Problem): found is Problem => !("loaded" in found);

/** The kept file itself, in full: for who works on the case, on record, and for the party to whom it goes. The first request for a PDF draws it. */
export async function fullCopy(asked: Asked, runtime: Runtime, as: "html" | "pdf"): Promise<HandedOut | Problem> {
  const found = await drawnPaper(asked, runtime);
  if (isProblem(found)) return found;
  const { actor, loaded, state } = found;
  const reader = await readerOf(state.of, actor, runtime);
  if (!mayHold(state, reader)) return problem(404, "resource.not-found");
  const file = async () => (as === "html" ? state.html : printedPdfOf(loaded.id, state, runtime));
  const own = isForParty(state, reader);
  return readPaper({ of: printedPaper, paper: loaded, as, file, name: state.kind, actor, own }, runtime);
}

/** P-17: the same paper with its people masked: for who supervises, and does not work on the case. */
export async function maskedPage(asked: Asked, runtime: Runtime): Promise<HandedOut | Problem> {
  const found = await drawnPaper(asked, runtime);
  if (isProblem(found)) return found;
  const { actor, loaded, state } = found;
  const reader = await readerOf(state.of, actor, runtime);
  if (!reader.knows) return problem(404, "resource.not-found");
  if (isErasedPaper(loaded)) return problem(410, "record.erased");
  const bytes = await runtime.files.get(state.content.key);
  if (bytes === undefined || sha256(bytes) !== state.content.sha256) return damagedPaper(runtime);
  const parties = await partiesIn(state.of, runtime);
  const named = await namedIn(state.told, parties, runtime);
  const content = maskedCopy(readContent(bytes), parties, [...(await witnessesIn(state.of, runtime)), ...named]);
  return {
    content: new TextEncoder().encode(renderHtml(content)),
    headers: { "content-security-policy": paperPolicy },
  };
}

/** P-17: who signed or stood by at what the paper tells of. */
async function namedIn(
  told: PrintedPaper["told"],
  parties: readonly CaseParty[],
  runtime: Runtime,
): Promise<readonly Secret[]> {
  const { dossierAfter } = await import("../dossier-of.ts");
  const found = await dossierAfter(told, runtime);
  if (found === undefined) return [];
  const { before, event } = found.dossier;
  return [...peopleNamed([...before, event], parties), ...keepersOf(found.dossier)];
}

/** Others than its parties who are named on its papers. */
async function witnessesIn({ kind, id }: PaperFile, { store }: Runtime): Promise<readonly Secret[]> {
  if (kind === "inspection") {
    const visit = (await store.load(siteInspection, id))?.state;
    return visit === undefined ? [] : peopleOfVisit(visit);
  }
  if (kind === "guidance") {
    const spokenTo = (await store.load(guidance, id))?.state.party;
    return spokenTo?.kind === "citizen" ? [[spokenTo.name, maskName(spokenTo.name)]] : [];
  }
  if (kind !== "case") return [];
  const ids = ((await store.load(penaltyCase, id))?.state.evidence ?? []).map((one) => one.id);
  return witnesses({ pieces: await store.loadAll(evidence, ids) });
}

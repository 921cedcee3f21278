import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import type { CloudEvent } from "../../../../shared/messaging/index.ts";
import type { Frame } from "../../../../shared/papers/index.ts";
import type { Organ } from "../../../../shared/powers-in-force/index.ts";
import {
  type Carried,
  type Instruction,
  instruct,
  on,
  once,
  type Runtime,
  type Subscription,
  subjectId,
} from "../../../../shared/service/index.ts";
import { proceedingId } from "../../cases/domain/proceeding/said.ts";
import type { Dossier } from "../domain/dossier.ts";
import { kindsAfter, type PaperKind } from "../domain/kinds.ts";
import { type Numbered, type PaperFile, printedPaper, theEnterprise } from "../domain/paper.ts";
import { paperIdOf } from "../domain/paper-id.ts";

type Cause = Parameters<Instruction["carryOut"]>[1];

/** Two commands of one paper follow from one cause: each is known by its step. */
const step = (cause: Cause, name: string): Cause => ({ ...cause, id: `${cause.id}|${name}` });

/** The parties a paper of this kind is drawn for; undefined: it concerns the case as a whole. */
function partiesOf(
  kind: PaperKind,
  { hearing, proceeding, onSpot, measure, order, case: of, visit }: Omit<Dossier, "party">,
): readonly (string | undefined)[] {
  if (kind === "hearing-notice")
    return (hearing?.parties ?? []).filter(({ withdrawnOn }) => withdrawnOn === undefined).map(({ party }) => party);
  // An order numbers its party by itself; in a case he has his place there.
  const ordered =
    order === undefined || of === undefined
      ? order?.party.id
      : of.parties.find(({ key }) => key === order.party.key)?.id;
  return [
    proceeding?.party.id ??
      onSpot?.party.id ??
      measure?.party ??
      ordered ??
      (visit === undefined ? undefined : theEnterprise),
  ];
}

/** In whose name: as decided, else as the power of the first act was used, else the town itself. */
function organOf({ town, proceeding, onSpot, case: of }: Omit<Dossier, "party">): Organ {
  const decided = proceeding !== undefined && "decision" in proceeding ? proceeding.decision.organ : undefined;
  const used = of?.acts.find(({ power }) => power !== undefined)?.power?.inWhoseName;
  return decided ?? onSpot?.decision?.inWhoseName ?? used ?? { name: town.organName, uscc: town.uscc };
}

const proceedingOf = ({ kind, id }: PaperFile, party: string | undefined) =>
  kind === "case" && party !== undefined ? proceedingId(id, party) : undefined;

const forParty = (dossier: Omit<Dossier, "party">, id: string | undefined): Dossier => {
  const { case: of, onSpot, order } = dossier;
  const party =
    of?.parties.find((one) => one.id === id) ?? (of === undefined ? (onSpot?.party ?? order?.party) : undefined);
  return { ...dossier, ...present({ party }) };
};

/** The texts are read by the first paper, not by every start of a function. */
const texts = once(() => import("../domain/compose.ts"));
const dossiers = once(() => import("../dossier-of.ts"));
const keeping = once(() => import("../../../../shared/printing/keep.ts"));

/**
 * Numbers, composes, keeps and draws up the papers of a kind after an event, in this order. A second run goes on where the first one
 * stopped: it reads the things as they were after the event and keeps each file under its own hash. It draws no PDF.
 */
const draw = (kind: PaperKind, event: CloudEvent): Instruction => ({
  key: `paper/${kind}|${event.id}`,
  async carryOut(runtime, cause): Promise<Carried> {
    const { dossierAfter } = await dossiers();
    const aggregate = event.subject.slice(0, event.subject.indexOf("/"));
    const told = { aggregate, id: subjectId(event), sequence: event.sequence, type: event.type };
    const found = await dossierAfter(told, runtime);
    if (found === undefined) return { done: false, code: "paper-without-case" };
    for (const party of partiesOf(kind, found.dossier)) {
      const origin = {
        kind,
        of: found.of,
        told,
        at: event.time,
        ...present({ party, proceeding: proceedingOf(found.of, party) }),
      };
      const drawn = await drawOne(event, origin, forParty(found.dossier, party), runtime, cause);
      if (!drawn.done) return drawn;
    }
    return { done: true };
  },
});

async function drawOne(
  event: CloudEvent,
  origin: Omit<Numbered, "number" | "organ" | "on">,
  dossier: Dossier,
  runtime: Runtime,
  cause: Cause,
): Promise<Carried> {
  const { kind, party, at } = origin;
  const id = paperIdOf(runtime.keyed, kind, event.id, party);
  const known = await runtime.store.load(printedPaper, id);
  if (known !== undefined && known.state.status !== "numbered") return { done: true };
  const { compose, hasPaper, numberGiven, templateVersion } = await texts();
  const { town } = runtime;
  const organ = known?.state.organ ?? organOf(dossier);
  const day = todayIn(at).toString();
  const unnumbered: Omit<Frame, "number"> = { id, on: day, town, organ, mode: "statutory" };
  if (!hasPaper(kind, dossier, unnumbered)) return { done: true };
  const numbered =
    known?.state ??
    (await numberIt(
      id,
      { ...origin, on: day, organ, ...present({ number: numberGiven(kind, dossier) }) },
      runtime,
      cause,
    ));
  const content = compose(kind, dossier, { ...unnumbered, organ: numbered.organ, number: numbered.number });
  if (content === undefined) throw new Error("a paper there was is there no more");
  const { keepPaper } = await keeping();
  const kept = await keepPaper(runtime.files, content);
  if (kept.missingGlyphs > 0) runtime.observability.count("GlyphsMissing", kept.missingGlyphs);
  const command = { type: "draw-up" as const, ...kept, template: templateVersion };
  return instruct({ of: printedPaper, id, command }).carryOut(runtime, step(cause, `${id}|drawn-up`));
}

async function numberIt(
  id: string,
  origin: Omit<Numbered, "number"> & { readonly number?: string },
  runtime: Runtime,
  cause: Cause,
): Promise<Numbered> {
  const command = { type: "number" as const, ...origin };
  const numbering = instruct({ of: printedPaper, id, expects: "either", command });
  const carried = await numbering.carryOut(runtime, step(cause, `${id}|numbered`));
  const found = (await runtime.store.load(printedPaper, id))?.state;
  if (!carried.done || found === undefined) throw new Error("a paper could not be numbered");
  return found;
}

/** Each event of which a paper tells draws its papers up. */
export const paperReactions: readonly Subscription[] = [...kindsAfter].map(([type, after]) =>
  on(type, z.object({}), (_data, event) => after.map((kind) => draw(kind, event))),
);

import {
  type Context,
  type Decision,
  deciderOf,
  type OfType,
  type Rejection,
} from "../../../../shared/decider/index.ts";
import { announcementFault, contentFault, uploadDue } from "../../../../shared/files/upload/index.ts";
import { isRecused } from "../../../../shared/people/index.ts";
import type { PenaltyCase } from "../../cases/domain/case/case.ts";
import { isOfTheHouse } from "../../cases/domain/case/visibility.ts";
import { isOfficerOf, isPartyOf } from "../../cases/domain/case/who.ts";
import {
  type EvidenceFile,
  type EvidenceFileCommand,
  type EvidenceFileEvent,
  evidenceFileMoves,
  filesOfCase,
} from "./evidence-file.ts";
import { badInput, type EvidenceFileRefusal, notNow, notYou, refuse } from "./refusals.ts";

type Told = Decision<EvidenceFileEvent>;
type Ask<T extends EvidenceFileCommand["type"]> = OfType<EvidenceFileCommand, T>;
type In<S extends EvidenceFile["status"]> = Extract<EvidenceFile, { readonly status: S }>;

interface EvidenceFileWords {
  readonly state: EvidenceFile;
  readonly command: EvidenceFileCommand;
  readonly event: EvidenceFileEvent;
  readonly moves: typeof evidenceFileMoves;
  readonly begins: "announce";
  readonly begun: "enforcement.evidence-file.announced";
  readonly refusal: EvidenceFileRefusal;
}
const article = { article: "行政处罚法46、47", rule: "CF-46a" };

/** A file of evidence (CF-46a, CF-47): announced by an officer of the case, sent, compared with what was said of it, kept unchanged. */
export const evidenceFile = deciderOf<EvidenceFileWords>({
  aggregate: "evidence-file",
  shape: 1,
  ended: () => true,
  retainedAs: "file",
  moves: evidenceFileMoves,
  impossible: "enforcement.evidence-file-not-in-this-state",
  byItself: ["pass-time"],
  begin: { announce },
  steps: {
    complete,
    scan,
    download,
    "pass-time": (_state, _command, { today }) => [
      { type: "enforcement.evidence-file.dropped", data: { on: today.toString() }, personal: {} },
    ],
  },
  begun: {
    "enforcement.evidence-file.announced": ({ data: { on: announcedOn, ...said }, personal, actor }) => ({
      ...said,
      ...personal,
      ...{ status: "announced", by: actor, announcedOn },
    }),
  },
  effects: {
    "enforcement.evidence-file.kept": {
      announced: ({ due: _due, ...said }: In<"announced">, { data: { on } }) => ({
        ...said,
        ...{ status: "kept", keptOn: on },
      }),
    },
    "enforcement.evidence-file.scanned": {
      kept: ({ keptOn, ...said }: In<"kept">, { data: { verdict, on } }) =>
        verdict === "infected"
          ? { ...said, status: "infected", scannedOn: on }
          : { ...said, keptOn, status: "kept", scannedOn: on },
    },
    "enforcement.evidence-file.fetched": (state) => state,
    "enforcement.evidence-file.dropped": {
      announced: ({ due: _due, ...said }: In<"announced">, { data: { on } }) => ({
        ...said,
        ...{ status: "unfinished", endedOn: on },
      }),
    },
  },
  listed: ({ case: of, status, announcedOn, scannedOn }, id) => ({
    byCase: { partition: filesOfCase(of), sort: `${announcedOn}#${id}` },
    ...(status === "kept" && scannedOn === undefined
      ? { byStatus: { partition: `evidence-file:${status}`, sort: `${announcedOn}#${id}` } }
      : {}),
  }),
  nextDeadline: (state) => (state.status === "announced" ? state.due : undefined),
  onDeadline: () => ({ type: "pass-time" }),
});

/** CF-46a: what comes after the end of the case proves nothing in it. */
const isOver = ({ status }: PenaltyCase): boolean =>
  status === "closed" || status === "dismissed" || status === "merged";

/** CF-42, CF-43: an officer of the case, who is neither recused nor its party. */
function officersOnly(of: PenaltyCase | undefined, { actor }: Context): Rejection | undefined {
  if (of === undefined) return badInput("enforcement.evidence-file-of-no-case", article, "/case");
  if (isOver(of)) return notNow("enforcement.evidence-file-case-over", article);
  const may = isOfficerOf(of, actor) && !isRecused(of.recusals, actor.sub) && !isPartyOf(of, actor);
  return may ? undefined : notYou("enforcement.evidence-file-not-for-you", { article: "行政处罚法42", rule: "CF-42" });
}

/** What the profile takes, and no more of it. */
function announce({ case: id, file, of }: Ask<"announce">, context: Context): Told {
  const refused = officersOnly(of, context);
  if (refused !== undefined) return refused;
  const { town, now, today } = context;
  const rules = town.enforcement.evidenceFiles;
  const { title, ...said } = file;
  const wrong = announcementFault(said, rules);
  if (wrong?.fault === "type-not-taken")
    return badInput("enforcement.evidence-file-type", { type: said.type, taken: wrong.taken }, "/type");
  if (wrong?.fault === "too-large")
    return badInput("enforcement.evidence-file-too-large", { limit: wrong.limit }, "/bytes");
  const data = { case: id, ...said, due: uploadDue(now, rules), on: today.toString() };
  return [{ type: "enforcement.evidence-file.announced", data, personal: { title } }];
}

/** The file is there, is the one announced, and its bytes are of the kind it says. */
function complete(state: In<"announced">, { found, of }: Ask<"complete">, context: Context): Told {
  const refused = officersOnly(of, context);
  if (refused !== undefined) return refused;
  switch (contentFault(state, found)) {
    case "not-there":
      return notNow("enforcement.evidence-file-not-there");
    case "other-than-announced":
      return notNow("enforcement.evidence-file-other", article);
    case "not-what-it-says":
      return refuse("enforcement.evidence-file-not-what-it-says", {
        ...{ type: state.type, content: found?.content ?? "unknown-content" },
      });
  }
  return [{ type: "enforcement.evidence-file.kept", data: { on: context.today.toString() }, personal: {} }];
}

/** A file is judged once: what was found clean is not taken from its case by a later word of a machine (P-5). */
function scan({ scannedOn }: In<"kept">, { verdict, engine }: Ask<"scan">, { today }: Context): Told {
  if (scannedOn !== undefined) return notNow("enforcement.evidence-file-judged");
  return [{ type: "enforcement.evidence-file.scanned", data: { verdict, engine, on: today.toString() }, personal: {} }];
}

/** P-1, P-15: those who work on the case read it, each time on record; who says no reason reads it by his duty. A scanner reads what it has to judge. */
function download(state: In<"kept">, { holders, reason }: Ask<"download">, context: Context): Told {
  const { actor, town, today } = context;
  const scanner = actor.roles.includes("device") && state.scannedOn === undefined;
  if (!scanner) {
    if (!holders.some((of) => isOfTheHouse(of, actor, { town, today })))
      return notYou("enforcement.evidence-file-not-for-you", article);
    const waits = town.enforcement.evidenceFiles.verdictRequired && state.scannedOn === undefined;
    if (waits && state.by !== actor.sub) return notNow("enforcement.evidence-file-not-scanned");
  }
  const data = { on: today.toString() };
  return [{ type: "enforcement.evidence-file.fetched", data, personal: { reason: reason ?? byDuty } }];
}

/** The reason of those who work on the case, where they say no other. */
const byDuty = "依职责办理本案";

import { toDate } from "../../../../../shared/calendar/index.ts";
import {
  type Context,
  type Decision,
  deciderOf,
  isRejection,
  type MovesOf,
  present,
  type Recorded,
  type Rejection,
} from "../../../../../shared/decider/index.ts";
import { isHeadFor, isRecused, knownPerson } from "../../../../../shared/people/index.ts";
import { byMachine } from "../../../common/domain/case-rules.ts";
import { countersignFault, twoOfficers } from "../../../common/domain/two-officers.ts";
import { type EvidenceEntry, isFiled, type PenaltyCase } from "../case/case.ts";
import { isOfficerOf, isPartyOf, officersOnly } from "../case/who.ts";
import { badInput, type CasesRefusal, notYou, refuse } from "../refusals.ts";
import {
  type Collect,
  companionRelations,
  type Evidence,
  type EvidenceCommand,
  type EvidenceEvent,
  type EvidenceParts,
} from "./evidence.ts";
import { lacking } from "./parts.ts";

type Decided = Decision<EvidenceEvent>;
type Ask<T extends EvidenceCommand["type"]> = Extract<EvidenceCommand, { type: T }>;
type Of<T extends string> = Recorded<Extract<EvidenceEvent, { type: `enforcement.evidence.${T}` }>>;
const article = { article: "行政处罚法46", rule: "CF-46" };

/** States of a piece of evidence and what moves them. What is excluded never counts again. */
export const evidenceMoves = {
  collected: { countersign: "established", exclude: "excluded", "hand-over": "collected" },
  established: { exclude: "excluded", "hand-over": "established" },
  excluded: { "hand-over": "excluded" },
} as const satisfies MovesOf<Evidence, EvidenceCommand>;

interface EvidenceWords {
  readonly state: Evidence;
  readonly command: EvidenceCommand;
  readonly event: EvidenceEvent;
  readonly moves: typeof evidenceMoves;
  readonly begins: "collect";
  readonly begun: "enforcement.evidence.collected";
  readonly refusal: CasesRefusal;
}

/** A piece of evidence of a penalty case (CF-40, CF-46). Each step commits together with the register of its case. */
export const evidence = deciderOf<EvidenceWords>({
  aggregate: "evidence",
  shape: 1,
  codes: { what: ["original", "copy"], relation: companionRelations },
  ended: () => true,
  moves: evidenceMoves,
  impossible: "enforcement.evidence-not-in-this-state",
  begin: { collect },
  steps: { countersign, exclude, "hand-over": handOver },
  begun: { "enforcement.evidence.collected": collected },
  effects: {
    "enforcement.evidence.established": (state, { data: { on } }) => ({
      ...state,
      status: "established",
      establishedOn: on,
    }),
    "enforcement.evidence.excluded": (state, { data: { ground, on }, personal }) => ({
      ...state,
      status: "excluded",
      excluded: { ground, on, reasons: personal.reasons },
    }),
    "enforcement.evidence.handed-over": (state, { personal: { custody } }) => ({
      ...state,
      custody: [...state.custody, custody],
    }),
  },
  listed: (state, id) => ({
    byCase: { partition: `evidence:${state.case}`, sort: `${state.collectedOn}#${id}` },
    ...(state.status === "collected" ? { byStatus: { partition: "evidence:collected", sort: id } } : {}),
  }),
});

const partsOf = ({
  original,
  recording,
  monitoring,
  interview,
  signing,
  onSite,
  opinion,
  sampling,
}: EvidenceParts): EvidenceParts =>
  present({ original, recording, monitoring, interview, signing, onSite, opinion, sampling });

/**
 * CF-40, CF-42, CF-46: an officer of the case records a piece of evidence and names the other officer. Both are certified on the day
 * on which it was taken. Without the digest of a file it does not count.
 */
function collect(command: Collect, context: Context): Decided {
  const { of, kind, acts, files, collectedOn, address, provider, proves, officers, with: other } = command;
  const { actor, today, town } = context;
  if (of === undefined) return badInput("enforcement.no-such-case-of-evidence", {}, "/case");
  const refused = officersOnly(of, context);
  if (refused !== undefined) return refused;
  if (!isOfficerOf(of, { sub: other }))
    return badInput("enforcement.not-an-officer-of-the-case", { article: "行政处罚法42", rule: "CF-42" }, "/with");
  if (collectedOn > today.toString())
    return badInput("enforcement.collected-in-the-future", { on: today.toString() }, "/collectedOn");
  if (files.length === 0) return refuse("enforcement.evidence-without-file", article, "/files");
  const unknown = acts.find((id) => !of.acts.some((one) => one.id === id));
  if (unknown !== undefined || acts.length === 0)
    return badInput("enforcement.no-such-act", { act: unknown ?? "", rule: "CF-40" }, "/acts");
  const on = toDate(collectedOn);
  const named = twoOfficers([actor.sub, other], { officers, domains: of.domains, on, town }, "/with");
  if (isRejection(named)) return named;
  const parts = partsOf(command);
  const fault = lacking(kind, parts, {
    ...{ collectedOn, officers: named },
    recordsDisputes: town.enforcement.recording.scenes.includes("disputed-check"),
  });
  if (fault !== undefined) return fault;
  const custody = { keeper: actor.sub, place: address, on: collectedOn, reason: "collected" };
  return [
    {
      type: "enforcement.evidence.collected",
      data: {
        case: command.case,
        kind,
        acts,
        collectedOn,
        recordedOn: today.toString(),
        sha256: files.map(({ sha256 }) => sha256),
      },
      personal: {
        ...parts,
        address,
        provider,
        proves,
        officers: named,
        titles: files.map(({ title }) => title),
        custody,
      },
    },
  ];
}

function collected({ data, personal, actor }: Of<"collected">): Evidence {
  const { sha256, ...said } = data;
  const { titles, custody, address, provider, proves, officers, ...parts } = personal;
  const files = sha256.map((one, at) => ({ sha256: one, title: titles[at] ?? "" }));
  return {
    ...said,
    ...parts,
    ...{ address, provider, proves, officers, files },
    status: "collected",
    recordedBy: actor,
    custody: [custody],
  };
}

const about = ({ case: of, kind }: Evidence) => ({ case: of, kind });

/** CF-43: what holds for each step: the actor is not kept out of the case, and is no party of it. */
function keptOut(of: PenaltyCase | undefined, { actor }: Context): Rejection | undefined {
  if (of === undefined) return badInput("enforcement.no-such-case-of-evidence", {}, "/case");
  if (isRecused(of.recusals, actor.sub))
    return notYou("enforcement.recused-from-case", { article: "行政处罚法43", rule: "CF-43" });
  return isPartyOf(of, actor) ? notYou("enforcement.own-case", { rule: "L1" }) : undefined;
}

/** CF-42: the other officer who took it signs with his own login; from then on it counts. */
function countersign(state: Evidence, { of }: Ask<"countersign">, context: Context): Decided {
  const refused = keptOut(of, context) ?? countersignFault(state, context.actor);
  if (refused !== undefined) return refused;
  const data = { ...about(state), on: context.today.toString() };
  return [{ type: "enforcement.evidence.established", data, personal: {} }];
}

/** CF-46: what was taken unlawfully, is false or proves nothing is excluded: by an officer of the case, the head or a legal reviewer. */
function exclude(state: Evidence, { ground, reasons, of }: Ask<"exclude">, context: Context): Decided {
  const { actor, town, today } = context;
  const data = { ...about(state), on: today.toString(), ground };
  const excluded: Decided = [{ type: "enforcement.evidence.excluded", data, personal: { reasons } }];
  // CF-43a: it falls with the officer who took it; the head has decided that.
  if (ground === "recusal")
    return byMachine(actor) === undefined ? notYou("enforcement.recusal-by-the-head", article) : excluded;
  const refused = byMachine(actor) ?? keptOut(of, context);
  if (refused !== undefined) return refused;
  const may =
    (of !== undefined && isOfficerOf(of, actor)) ||
    town.enforcement.legalReviewers.some(({ sub, from }) => sub === actor.sub && from <= today.toString()) ||
    isHeadFor(town.enforcementOffice, actor.sub, "organ", { heads: town.heads, today });
  return may ? excluded : notYou("enforcement.not-an-officer-of-the-case", article);
}

/** The chain of custody: the keeper hands over, and it says to whom, where and why. */
function handOver(state: Evidence, { to, place, reason, of }: Ask<"hand-over">, context: Context): Decided {
  const { actor, today, town } = context;
  if (state.custody.at(-1)?.keeper !== actor.sub) return notYou("enforcement.not-the-keeper", article);
  const known = knownPerson(to, town) !== undefined || (of !== undefined && isOfficerOf(of, { sub: to }));
  if (!known || to === actor.sub) return badInput("enforcement.unknown-person", { person: to }, "/to");
  const custody = { keeper: to, place, on: today.toString(), reason };
  return [
    {
      type: "enforcement.evidence.handed-over",
      data: { ...about(state), on: custody.on },
      personal: { custody },
    },
  ];
}

/** What the register of the case says of a piece of evidence after a step. */
export const entryOf = (id: string, state: Omit<Evidence, "custody">): EvidenceEntry => ({
  id,
  kind: state.kind,
  acts: state.acts,
  sha256: state.files.map(({ sha256 }) => sha256),
  collectedOn: state.collectedOn,
  by: state.officers.map(({ sub }) => sub),
  established: state.status === "established",
  ...(state.excluded === undefined ? {} : { excluded: state.excluded.ground }),
});

/** The case and those that took over its register: evidence of a merged case is noted in the one that took it in. */
export const holdersOf = (id: string, state: PenaltyCase): readonly string[] =>
  !isFiled(state) ? [id] : state.mergedInto === undefined ? [id, ...state.split] : [state.mergedInto];

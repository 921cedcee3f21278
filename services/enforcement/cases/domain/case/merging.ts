import { type Context, type Decision, isRejection, type Rejection } from "../../../../../shared/decider/index.ts";
import { nextNumber } from "../../../../../shared/papers/official-number.ts";
import { twoOfficers } from "../../../common/domain/two-officers.ts";
import { badInput, notNow, refuse } from "../refusals.ts";
import {
  aboutCase,
  actsPersonal,
  actsSaid,
  collectorsOf,
  domainsOf,
  evidenceSaid,
  partiesPersonal,
  partiesSaid,
} from "./about.ts";
import { type CaseAct, type CaseParty, type EvidenceEntry, type FiledCase, isFiled, type PenaltyCase } from "./case.ts";
import { powerless } from "./filing-checks.ts";
import type { BeginSplit, CaseEvent, Merge, Split, TakeIn } from "./messages.ts";
import { transferOpen } from "./police.ts";
import { headOnly } from "./who.ts";

type Decided = Decision<CaseEvent>;
const rule = { rule: "CF-29c" };

/** CF-29c: whether a case can take part in a merger or a split: open, nobody noticed, nothing decided, no transfer under way. */
function unmovable(state: PenaltyCase | undefined, of: readonly string[] | undefined): Rejection | undefined {
  if (state === undefined || !isFiled(state) || state.status !== "investigating")
    return badInput("enforcement.no-such-target", rule, "/into");
  const begun = state.proceedings.filter(({ party }) => of === undefined || of.includes(party));
  if (begun.some(({ status }) => status !== "open" && status !== "stopped"))
    return refuse("enforcement.merger-of-noticed", rule);
  return transferOpen(state) ? notNow("enforcement.transfer-under-way", rule) : undefined;
}

/**
 * CF-29c 并案: the head puts this case into another one, of the same party or of linked acts. Goods under a measure keep their case
 * with its term: such a case takes in the other one.
 */
export function merge(state: FiledCase, command: Merge, context: Context): Decided {
  const { into, target, because, reasons } = command;
  const refused = headOnly(state, context) ?? unmovable(state, undefined) ?? unmovable(target, undefined);
  if (refused !== undefined) return refused;
  if (target === undefined || target === state) return badInput("enforcement.merger-with-itself", rule, "/into");
  const open = state.measures.filter(({ ended }) => ended === undefined).map(({ id }) => id);
  if (open.length > 0) return refuse("enforcement.measures-open", { measures: open, ...rule });
  const shared = state.parties.some(({ key }) => target.parties.some((one) => one.key === key));
  if (because === "same-party" && !shared) return badInput("enforcement.merger-not-linked", rule, "/because");
  const data = { ...aboutCase(state), into, on: context.today.toString() };
  return [{ type: "enforcement.case.merged", data, personal: { reasons } }];
}

/** CF-29c: no act, party, piece of evidence or paper is lost; the earliest filing rules the clock. */
export function takeIn(state: FiledCase, { from, taken }: TakeIn, context: Context): Decided {
  const refused = headOnly(state, context);
  if (refused !== undefined) return refused;
  if (taken === undefined || !isFiled(taken)) return badInput("enforcement.no-such-target", rule, "/into");
  const { parties, acts, evidence } = renumbered(state, taken);
  const first = taken.filedOn < state.filedOn ? taken : state;
  return [
    {
      type: "enforcement.case.taken-in",
      data: {
        from,
        ...actsSaid(acts),
        ...partiesSaid(parties),
        evidence: evidenceSaid(evidence),
        files: taken.files,
        measures: taken.measures,
        papers: taken.papers,
        proceedings: [],
        filedOn: first.filedOn,
        clock: first.clock,
      },
      personal: {
        ...actsPersonal(acts),
        ...partiesPersonal(parties),
        collectors: collectorsOf(evidence),
        handlers: [...new Set([...state.handlers, ...taken.handlers])],
      },
    },
  ];
}

const after = (ids: readonly { readonly id: string }[]) => Math.max(0, ...ids.map(({ id }) => Number(id.slice(1))));

/** What a case brings along, under ids that the other one does not have. A party of both stays one. */
function renumbered(state: FiledCase, taken: FiledCase) {
  const lastParty = after(state.parties);
  const lastAct = after(state.acts);
  const fresh = taken.parties.filter(({ key }) => !state.parties.some((one) => one.key === key));
  const partyIds = new Map(
    taken.parties.map(({ id, key }): [string, string] => {
      const known = state.parties.find((one) => one.key === key);
      return [id, known?.id ?? `P${lastParty + 1 + fresh.findIndex((one) => one.id === id)}`];
    }),
  );
  const actIds = new Map(taken.acts.map(({ id }, at): [string, string] => [id, `A${lastAct + 1 + at}`]));
  const party = (id: string) => partyIds.get(id) ?? id;
  const act = (id: string) => actIds.get(id) ?? id;
  return {
    parties: fresh.map(
      (one): CaseParty => ({ ...one, id: party(one.id), ...(one.of === undefined ? {} : { of: party(one.of) }) }),
    ),
    acts: taken.acts.map((one): CaseAct => ({ ...one, id: act(one.id), by: one.by.map(party) })),
    evidence: taken.evidence.map((one): EvidenceEntry => ({ ...one, acts: one.acts.map(act) })),
  };
}

/** The two parts of a case: what moves, and what stays. */
function parted({ acts, parties }: FiledCase, moving: Pick<Split, "parties" | "acts">) {
  const goes = new Set(moving.parties);
  const whole = new Set(moving.acts);
  const gone = acts.flatMap((act): CaseAct[] => {
    const by = whole.has(act.id) ? act.by : act.by.filter((id) => goes.has(id));
    return by.length === 0 ? [] : [{ ...act, by }];
  });
  const left = acts.flatMap((act): CaseAct[] => {
    const by = whole.has(act.id) ? [] : act.by.filter((id) => !goes.has(id));
    return by.length === 0 ? [] : [{ ...act, by }];
  });
  const of = (some: readonly CaseAct[]) => parties.filter(({ id }) => some.some(({ by }) => by.includes(id)));
  return { gone: { acts: gone, parties: of(gone) }, left: { acts: left, parties: of(left) } };
}

/** CF-29c 分案: the head takes some parties or acts out into a case of their own. Something moves, and something stays. */
export function split(state: FiledCase, command: Split, context: Context): Decided {
  const { into, reasons } = command;
  const refused = headOnly(state, context);
  if (refused !== undefined) return refused;
  const unknown =
    command.parties.find((id) => !state.parties.some((one) => one.id === id)) ??
    command.acts.find((id) => !state.acts.some((one) => one.id === id));
  if (unknown !== undefined) return badInput("enforcement.no-such-act", { act: unknown }, "/acts");
  const { gone, left } = parted(state, command);
  if (gone.acts.length === 0 || left.acts.length === 0)
    return badInput("enforcement.nothing-to-split", rule, "/parties");
  const noticed = unmovable(
    state,
    gone.parties.map(({ id }) => id),
  );
  if (noticed !== undefined) return noticed;
  const open = measuresOf(state, gone.parties, left.parties);
  if (open.length > 0) return refuse("enforcement.measures-open", { measures: open, ...rule });
  return [
    {
      type: "enforcement.case.split",
      data: {
        ...aboutCase(state),
        into,
        on: context.today.toString(),
        ...actsSaid(left.acts),
        stay: left.parties.map(({ id }) => id),
      },
      personal: { ...actsPersonal(left.acts), reasons },
    },
  ];
}

/** Goods under a measure keep their case with its term: a party who goes away altogether leaves none behind. */
const measuresOf = (
  { measures }: FiledCase,
  gone: readonly CaseParty[],
  left: readonly CaseParty[],
): readonly string[] =>
  measures.flatMap(({ id, party, ended }) => {
    const goes = gone.some((one) => one.id === party) && !left.some((one) => one.id === party);
    return ended === undefined && goes ? [id] : [];
  });

/** CF-29c: the case split off rests on its own powers, with all evidence and papers; its clock runs from the first filing. */
export function beginSplit(command: BeginSplit, context: Context): Decided {
  const { from, whole, officers } = command;
  const { today, town } = context;
  if (whole === undefined || !isFiled(whole)) return badInput("enforcement.no-such-target", rule, "/into");
  const { gone } = parted(whole, command);
  for (const act of gone.acts) {
    const fault = powerless(act, command, context);
    if (fault !== undefined) return fault;
  }
  const subs = whole.officers.map(({ sub }) => sub);
  const named = twoOfficers(subs, { officers, domains: domainsOf(gone.acts), on: today, town }, "");
  if (isRejection(named)) return named;
  const on = today.toString();
  const number = nextNumber(context, town.numbering.enforcement.filing);
  const source = { kind: "split" as const, id: from, receivedOn: whole.source.receivedOn };
  return [
    {
      type: "enforcement.case.split-off",
      data: {
        ...aboutCase({ number, acts: gone.acts, source }),
        ...actsSaid(gone.acts),
        ...partiesSaid(gone.parties),
        from,
        on,
        fileBy: whole.fileBy,
        filedOn: whole.filedOn,
        clock: whole.clock,
        extended: whole.extended,
        evidence: evidenceSaid(whole.evidence),
        files: whole.files,
        measures: [],
        papers: whole.papers,
      },
      personal: {
        ...actsPersonal(gone.acts),
        ...partiesPersonal(gone.parties),
        collectors: collectorsOf(whole.evidence),
        officers: named,
        handlers: whole.handlers,
        proposer: whole.proposedBy,
        approver: whole.approvedBy,
      },
    },
  ];
}

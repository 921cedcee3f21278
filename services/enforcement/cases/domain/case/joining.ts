import { type Context, type Decision, isRejection, type Rejection } from "../../../../../shared/decider/index.ts";
import { twoOfficers } from "../../../common/domain/two-officers.ts";
import { badInput, notNow, refuse } from "../refusals.ts";
import { actData, actPersonal, domainsOf, partyData, partyPersonal } from "./about.ts";
import type { CaseAct, CaseParty, FiledCase } from "./case.ts";
import { numbered } from "./filing.ts";
import { powersUsed, unfit, unlikely, withoutPenalty } from "./filing-checks.ts";
import type { AddAct, AddParty, CaseEvent, SucceedParty } from "./messages.ts";
import { officersOnly } from "./who.ts";

type Decided = Decision<CaseEvent>;

const decidedStatuses: ReadonlySet<string> = new Set(["decided", "in-effect", "ended"]);

/** Whether the town has decided about a party, and the decision stands. */
export const isDecided = ({ proceedings }: Pick<FiledCase, "proceedings">, party: string): boolean =>
  proceedings.some((one) => one.party === party && decidedStatuses.has(one.status));

/** CF-29a: another act found in the investigation joins the case. The same is asked of it as at the filing. */
export function addAct(state: FiledCase, command: AddAct, context: Context): Decided {
  const { listed, reasons, officers } = command;
  const refused = officersOnly(state, context);
  if (refused !== undefined) return refused;
  const [act] = asActs(state, command, listed);
  if (act === undefined) return badInput("enforcement.unknown-penalty", { item: command.act.code }, "/act/code");
  const decided = act.by.find((one) => isDecided(state, one));
  if (decided !== undefined) return notNow("enforcement.decided-already", { party: decided });
  const acts = [...state.acts, act];
  const fault = unlikelyWith("/act", acts, state.parties, context) ?? unfit(act, state.parties, command, context);
  if (fault !== undefined) return fault;
  const { today, town } = context;
  const subs = state.officers.map(({ sub }) => sub);
  const named = twoOfficers(subs, { officers, domains: domainsOf(acts), on: today, town }, "");
  if (isRejection(named)) return named;
  const power = powersUsed([act], command, context)[act.code];
  const data = { ...actData(act), ...(power === undefined ? {} : { power }) };
  return [{ type: "enforcement.case.act-added", data: { act: data }, personal: { said: actPersonal(act), reasons } }];
}

/** What joins the case stands last, and is blamed by its own field; what was filed before has none. */
function unlikelyWith(
  field: "/act" | "/party",
  acts: readonly CaseAct[],
  parties: readonly CaseParty[],
  context: Context,
): Rejection | undefined {
  const fault = unlikely(acts, parties, context);
  if (fault === undefined) return undefined;
  const last = field === "/act" ? `/acts/${acts.length - 1}` : `/parties/${parties.length - 1}`;
  const { pointer = "", ...rest } = fault;
  return pointer.startsWith(last) ? { ...rest, pointer: `${field}${pointer.slice(last.length)}` } : rest;
}

function asActs({ acts }: FiledCase, { act }: AddAct, listed: AddAct["listed"]): readonly CaseAct[] {
  const highest = Math.max(0, ...acts.map(({ id }) => Number(id.slice(1))));
  const made = numbered([act], listed, highest + 1);
  return isRejection(made) ? [] : made;
}

/** CF-29a, CF-29b: another doer, or a responsible person, becomes a party of his own. */
export function addParty(state: FiledCase, { party, acts: ids, reasons }: AddParty, context: Context): Decided {
  const refused = officersOnly(state, context);
  if (refused !== undefined) return refused;
  const unknown = ids.find((id) => !state.acts.some((one) => one.id === id));
  if (unknown !== undefined) return badInput("enforcement.no-such-act", { act: unknown }, "/acts");
  if (state.parties.some(({ id, key }) => id === party.id || key === party.key))
    return badInput("enforcement.party-known", { party: party.id }, "/party");
  const acts = state.acts.map((act) => (ids.includes(act.id) ? { ...act, by: [...act.by, party.id] } : act));
  const fault = unlikelyWith("/party", acts, [...state.parties, party], context);
  if (fault !== undefined) return fault;
  for (const act of acts.filter(({ id }) => ids.includes(id))) {
    const unpunishable = withoutPenalty(act, party, context);
    if (unpunishable !== undefined) return unpunishable;
  }
  return [
    {
      type: "enforcement.case.party-added",
      data: { party: partyData(party), acts: ids },
      personal: { person: partyPersonal(party), reasons },
    },
  ];
}

/** CF-57c: a body that changed its name or was merged is followed by its successor. Heirs inherit no undecided penalty. */
export function succeedParty(state: FiledCase, command: SucceedParty, context: Context): Decided {
  const { party: id, ground, type: _type, ...personal } = command;
  const refused = officersOnly(state, context);
  if (refused !== undefined) return refused;
  const party = state.parties.find((one) => one.id === id);
  if (party === undefined) return badInput("enforcement.unknown-case-party", { party: id }, "/party");
  if (party.kind === "citizen" && ground !== "renamed")
    return refuse("enforcement.heirs-inherit-no-penalty", { party: id, rule: "CF-57c" }, "/ground");
  if (state.parties.some((one) => one.id !== id && one.key === command.key))
    return badInput("enforcement.party-known", { party: id }, "/key");
  return [{ type: "enforcement.case.party-succeeded", data: { id, ground, on: context.today.toString() }, personal }];
}

import { Temporal } from "temporal-polyfill";
import type { Context, Rejection } from "../../../../../shared/decider/index.ts";
import { isFirstOfKind } from "../penal-record/penal-record.ts";
import { ageOn, wasIncapable } from "./capacity.ts";
import type { KnownAct } from "./known-case.ts";
import type { Decide } from "./messages.ts";
import type { Charge, NoPenaltyGround, Noticed, Open } from "./proceeding.ts";
import { badInput, refuse } from "./refusals.ts";
import { partyNow, proceedingId } from "./said.ts";

interface Judging {
  readonly state: Open | Noticed;
  readonly charge: Charge;
  readonly act: KnownAct;
  readonly command: Decide;
  readonly context: Context;
}

/** CF-30, CF-31, CF-33: what each ground asks of every act. */
const holds: Readonly<Record<NoPenaltyGround, (judging: Judging) => boolean>> = {
  minor: ({ charge: { circumstances } }) =>
    circumstances.slight && circumstances.corrected && circumstances.harm === "none",
  "first-time": (judging) =>
    judging.charge.circumstances.harm !== "grave" && judging.charge.circumstances.corrected && isFirst(judging),
  "no-fault": ({ charge: { circumstances } }) => circumstances.faultless,
  "under-age": ({ state, act: { from, until }, command }) =>
    ageOn(partyNow(state, command.case), until ?? from) === "none",
  incapable: ({ state, act: { from, until }, command }) => wasIncapable(partyNow(state, command.case), until ?? from),
};

/** CF-33a: no other act of the kind was punished or let off within the window of the town's list. */
function isFirst({ state, act, charge, command, context: { town } }: Judging): boolean {
  const since = Temporal.PlainDate.from(act.from).subtract({ years: town.enforcement.lenience.windowYears });
  const of = proceedingId(state.case, state.party.id);
  return isFirstOfKind(command.records[charge.code], { of, since: since.toString() });
}

/** CF-33, CF-33b: not to punish is a decision too: its ground holds of every act, and the party was taught. */
export function noPenaltyFault(state: Open | Noticed, command: Decide, context: Context): Rejection | undefined {
  const { ground, case: of } = command;
  const article33 = { article: "行政处罚法30、31、33", rule: "CF-33" };
  if (ground === undefined) return badInput("enforcement.reasons-missing", article33, "/ground");
  for (const charge of state.charges?.items ?? []) {
    const act = of?.acts.find(({ id }) => id === charge.act);
    if (act === undefined || !holds[ground]({ state, charge, act, command, context }))
      return refuse("enforcement.ground-not-met", { ground, act: charge.act, ...article33 }, "/ground");
  }
  return proofFault(command, ground, context);
}

/** CF-33a: the correction was checked and the party taught; a first time also with his promise. CF-30a: the guardian. */
function proofFault(
  { lettingOff, guardian }: Decide,
  ground: NoPenaltyGround,
  { today }: Context,
): Rejection | undefined {
  if (ground === "under-age" || ground === "incapable") {
    if (guardian !== undefined && guardian.trim() !== "") return undefined;
    return refuse("enforcement.guardian-not-told", { article: "行政处罚法30、31", rule: "CF-30a" }, "/guardian");
  }
  const article = { article: "行政处罚法33(3)", rule: "CF-33a" };
  const on = today.toString();
  if (lettingOff === undefined) return refuse("enforcement.proof-missing", article, "/lettingOff");
  if (lettingOff.checkedOn > on || lettingOff.educatedOn > on)
    return badInput("enforcement.minutes-in-the-future", { on: lettingOff.checkedOn, ...article }, "/lettingOff");
  if (ground === "first-time" && lettingOff.promise === undefined)
    return refuse("enforcement.proof-missing", article, "/lettingOff/promise");
  return undefined;
}

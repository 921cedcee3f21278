import { Temporal } from "temporal-polyfill";
import { startOfDay, todayIn } from "../../../../shared/calendar/index.ts";
import { type Context, type Decision, deciderOf, theTownItself } from "../../../../shared/decider/index.ts";
import { heldOn, inForceOn, type PowerChange } from "../../../../shared/powers-in-force/index.ts";
import { lawOfConditions, stopsByLaw } from "../../common/domain/conditions.ts";
import { adjust } from "./adjust.ts";
import { nextRepeal, repealedFor } from "./basis.ts";
import { unlawfulHandover } from "./handover-law.ts";
import { heldToLaw, holdToLaw, nextHolding, withLawfulConditions } from "./held-to-law.ts";
import { entryFaults } from "./listed-entry.ts";
import type {
  Adjust,
  HandOver,
  ListPower,
  NoteReadiness,
  Power,
  PowerCommand,
  PowerEvent,
  Ready,
  Recall,
  Resume,
  Suspend,
} from "./power.ts";
import { badInput, notNow, type PowerRefusal } from "./refusals.ts";
import { notTheirsToResume, sideOf } from "./sides.ts";

interface PowerWords {
  readonly state: Power;
  readonly command: PowerCommand;
  readonly event: PowerEvent;
  readonly moves: Record<never, never>;
  readonly begins: "list";
  readonly begun: "powers.power.listed";
  readonly refusal: PowerRefusal;
}

/** A power of the list, from its listing through handover, suspension and recall (P1, P3, P6). */
export const power = deciderOf<PowerWords>({
  aggregate: "power",
  shape: 3,
  begin: { list },
  always: {
    list: ({ code }) => notNow("powers.already-listed", { code }),
    "hand-over": handOver,
    ready,
    adjust: (state, { importHolds, ...command }, context) =>
      importHolds ? notNow("powers.import-under-way") : adjust(state, inTime(command, context), context),
    suspend: (state, command, context) => suspend(state, inTime(command, context), context),
    resume,
    recall: (state, command, context) => recall(state, inTime(command, context), context),
    "note-readiness": noteReadiness,
    "look-at-basis": (state, _command, context) => lookAtBasis(state, context),
    "hold-to-law": (state, _command, context) => holdToLaw(state, context),
    "come-into-force": (state, _command, context) => comeIntoForce(state, context),
  },
  begun: {
    "powers.power.listed": ({ data, time }) => ({
      ...data,
      listedOn: todayIn(time).toString(),
      changes: [],
      awaits: [],
    }),
  },
  effects: {
    "powers.power.handed-over": (state, { data }) => {
      const { mode, inWhoseName, inForceFrom: from, letter, awaitsReadiness, form, conditions } = data;
      const how = {
        ...(letter === undefined ? {} : { letter }),
        ...(awaitsReadiness === undefined ? {} : { awaitsReadiness }),
      };
      const forms = form === undefined ? {} : { forms: [...(state.forms ?? []), form] };
      const change: PowerChange = { kind: "handed-over", from, mode, inWhoseName, ...how };
      const law = withLawfulConditions(state, from, conditions);
      return changed({ ...state, ...forms, ...law, unmet: [] }, change, [from]);
    },
    "powers.power.ready": (state, { data: { from } }) => {
      const handover = awaiting(state);
      return changed(
        { ...state, unmet: [] },
        { kind: "ready", from },
        handover === undefined ? [] : [handover.from, from],
      );
    },
    "powers.power.unready": (state, { data: { from } }) => changed(state, { kind: "unready", from }),
    "powers.power.adjusted": (
      state,
      { data: { code: _code, authority: _authority, document: _document, ...adjustment } },
    ) => changed(state, { kind: "adjusted", ...adjustment }),
    "powers.power.suspended": (state, { data: { from, reason, by } }) =>
      changed(state, { kind: "suspended", from, reason, ...(by === undefined ? {} : { by }) }),
    "powers.power.resumed": (state, { data: { from } }) => changed(state, { kind: "resumed", from }),
    "powers.power.recalled": (state, { data: { from, document } }) =>
      changed(state, { kind: "recalled", from, document }),
    "powers.power.held-to-law": heldToLaw,
    "powers.power.came-into-force": (state, { data: { on } }) => ({
      ...state,
      awaits: state.awaits.filter((day) => day !== on),
    }),
    "powers.power.readiness-noted": (state, { data: { unmet } }) => ({ ...state, unmet }),
    "powers.power.basis-repealed": (state, { data: { on: basisLookedAt } }) => ({ ...state, basisLookedAt }),
    "powers.power.basis-looked-at": (state, { data: { on: basisLookedAt } }) => ({ ...state, basisLookedAt }),
  },
  listed: (_state, id) => ({ byCode: { partition: "powers", sort: id } }),
  nextDeadline(state) {
    const [day] = [state.awaits[0], nextRepeal(state), nextHolding(state)].filter((one) => one !== undefined).sort();
    return day === undefined ? undefined : startOfDay(day);
  },
  onDeadline: (state) => {
    const [begins = never] = state.awaits;
    const holding = nextHolding(state) ?? never;
    if (holding <= begins && holding <= (nextRepeal(state) ?? never)) return { type: "hold-to-law" };
    return { type: begins <= (nextRepeal(state) ?? never) ? "come-into-force" : "look-at-basis" };
  },
});

const never = "9999-12-31";

/** What somebody decided of an evaluation and the town carries out after midnight counts from now: nothing reaches back. */
const inTime = <C extends Adjust | Suspend | Recall>(command: C, { today, actor }: Context): C =>
  actor.sub === theTownItself.sub && isBefore(command.from, today) ? { ...command, from: today.toString() } : command;

/** P1: an entry that names what the town knows, under an implementation code of its own kind. */
function list({ power: entry, importHolds }: ListPower, { town }: Context): Decision<PowerEvent> {
  if (importHolds) return notNow("powers.import-under-way");
  const [fault] = entryFaults(entry, town);
  return fault ?? [{ type: "powers.power.listed", data: entry }];
}

/** P2, P3: a power moves only on a lawful authority, with a letter, and from a day that is not past. */
function handOver(state: Power, command: HandOver, { today, actor, town }: Context): Decision<PowerEvent> {
  const { form, until, letter } = command;
  if (form !== undefined && state.forms?.includes(form) === true) return [];
  const opening = form === undefined && actor.sub === theTownItself.sub;
  if (opening && state.changes.length > 0) return [];
  const unlawful = unlawfulHandover(state, command, town);
  if (unlawful !== undefined) return unlawful;
  if (command.mode !== "statutory" && letter === undefined)
    return badInput("powers.letter-missing", { rule: "P2" }, "/letter");
  const now = heldOn(state, Temporal.PlainDate.from(command.inForceFrom));
  if (now?.mode === command.mode) return notNow("powers.already-in-force", { mode: now.mode, since: now.from });
  // What both parties signed in time is not late because the town was switched off meanwhile.
  if (!opening && form === undefined && isBefore(command.inForceFrom, today))
    return badInput("powers.date-past", { date: command.inForceFrom, today: today.toString() }, "/inForceFrom");
  const { type: _type, ...data } = command;
  const handed: PowerEvent = { type: "powers.power.handed-over", data: { code: state.code, ...data } };
  if (until === undefined) return [handed];
  const from = Temporal.PlainDate.from(until).add({ days: 1 }).toString();
  const end = { code: state.code, from, document: letter?.number ?? "P2", by: "county" as const };
  return [handed, { type: "powers.power.recalled", data: end }];
}

/** P4, CF-42: what waits for its conditions begins, and what stopped for want of officers goes on; all else is left alone. */
function ready(state: Power, { from }: Ready, { today }: Context): Decision<PowerEvent> {
  // What was met while the town was switched off counts from now: nothing reaches back.
  const day = isBefore(from, today) ? today.toString() : from;
  const waits = awaiting(state) !== undefined || lastReadiness(state)?.kind === "unready";
  return !waits ? [] : [{ type: "powers.power.ready", data: { code: state.code, from: day } }];
}

/** CF-T2: on the day a law ends, a power still listed under it is flagged; whether it still stands is its other laws' matter. */
function lookAtBasis(state: Power, { today }: Context): Decision<PowerEvent> {
  const on = today.toString();
  if ((nextRepeal(state) ?? never) > on) return [];
  const laws = repealedFor(state, on);
  const { code } = state;
  if (laws.length === 0) return [{ type: "powers.power.basis-looked-at", data: { code, on } }];
  return [{ type: "powers.power.basis-repealed", data: { code, laws, on } }];
}

/**
 * P4: falling below the conditions of the form is a warning on the item. CF-42, QZ-18: with fewer than two officers the law
 * lets nobody use the power, so it is not in force from that day until they are there again.
 */
function noteReadiness(state: Power, { unmet }: NoteReadiness, { today }: Context): Decision<PowerEvent> {
  const { code, category, unmet: before = [] } = state;
  const from = today.toString();
  const same = JSON.stringify(before) === JSON.stringify(unmet);
  const noted: PowerEvent[] = same ? [] : [{ type: "powers.power.readiness-noted", data: { code, unmet } }];
  const [law, stops, last] = [lawOfConditions(category), stopsByLaw(category, unmet), lastReadiness(state)];
  if (stops && law !== undefined && last?.kind !== "unready" && awaiting(state) === undefined && last !== undefined)
    return [...noted, { type: "powers.power.unready", data: { code, from, unmet, ...law } }];
  if (!stops && last?.kind === "unready") return [{ type: "powers.power.ready", data: { code, from } }, ...noted];
  return noted;
}

/** The last word on whether the power begins, or what its use needs is there. */
const lastReadiness = ({ changes }: Power) =>
  changes.findLast(({ kind }) => kind === "handed-over" || kind === "ready" || kind === "unready");

/** The last handover, if it waits for readiness and has not been told of it. */
function awaiting(power: Power) {
  const last = lastReadiness(power);
  return last?.kind === "handed-over" && last.awaitsReadiness === true ? last : undefined;
}

/** P6: a suspension takes effect at once or later, never backwards. */
function suspend(state: Power, { from, reason, by }: Suspend, { today, actor }: Context): Decision<PowerEvent> {
  if (isBefore(from, today)) return badInput("powers.date-past", { date: from, today: today.toString() }, "/from");
  if (!inForceOn(state, Temporal.PlainDate.from(from)).inForce) return notNow("powers.not-in-force", { date: from });
  return [{ type: "powers.power.suspended", data: { code: state.code, from, reason, by: by ?? sideOf(actor) } }];
}

function resume(state: Power, { from }: Resume, { today, actor }: Context): Decision<PowerEvent> {
  if (isBefore(from, today)) return badInput("powers.date-past", { date: from, today: today.toString() }, "/from");
  const then = inForceOn(state, Temporal.PlainDate.from(from));
  if (then.inForce || then.failed.some(({ condition }) => condition !== "suspended"))
    return notNow("powers.not-suspended", { date: from });
  const theirs = notTheirsToResume(state, from, actor);
  if (theirs !== undefined) return theirs;
  return [{ type: "powers.power.resumed", data: { code: state.code, from } }];
}

/** CF-24b: delegations are taken back; from that day the town has no power. */
function recall(state: Power, { from, document, by }: Recall, { today, actor }: Context): Decision<PowerEvent> {
  if (isBefore(from, today)) return badInput("powers.date-past", { date: from, today: today.toString() }, "/from");
  if (heldOn(state, Temporal.PlainDate.from(from)) === undefined) return notNow("powers.not-in-force", { date: from });
  return [{ type: "powers.power.recalled", data: { code: state.code, from, document, by: by ?? sideOf(actor) } }];
}

function comeIntoForce({ code, awaits: [on] }: Power, { today }: Context): Decision<PowerEvent> {
  if (on === undefined || isBefore(today, Temporal.PlainDate.from(on))) return [];
  return [{ type: "powers.power.came-into-force", data: { code, on } }];
}

const isBefore = (one: string | Temporal.PlainDate, other: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(one, other) < 0;

/** The power after a change; `begins`: the days on which it may let a handover begin. */
function changed(state: Power, change: PowerChange, begins: readonly string[] = []): Power {
  const next = { ...state, changes: [...state.changes, change] };
  const awaits = [...new Set([...state.awaits, ...begins])].filter((day) => beginsOn(next, day)).sort();
  return { ...next, awaits };
}

/** Whether a handover takes effect on that very day, nothing made known since standing in its way. */
function beginsOn(power: Power, day: string): boolean {
  const then = inForceOn(power, Temporal.PlainDate.from(day));
  return then.inForce && then.since === day;
}

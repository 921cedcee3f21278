import { Temporal } from "temporal-polyfill";
import { type Context, type Decision, type Rejection, theTownItself } from "../../../../shared/decider/index.ts";
import { type HandedOver, heldOn, listedOn } from "../../../../shared/powers-in-force/index.ts";
import { listedDepartment } from "../../../../shared/town/series.ts";
import { entryOn } from "./entry.ts";
import { unlawfulHandover } from "./handover-law.ts";
import { citedIn, dated, inWords } from "./legal-basis.ts";
import { type Entry, entryFaults } from "./listed-entry.ts";
import type { Adjust, HandOver, Power, PowerEvent } from "./power.ts";
import { badInput, notNow } from "./refusals.ts";
import { same } from "./same.ts";
import { notTheirsToChange } from "./sides.ts";

/** P6: changed without a new handover, at once or later, by the side that may change it; the law that binds a handover binds another mode or name too. */
export function adjust(state: Power, command: Adjust, { today, town, actor }: Context): Decision<PowerEvent> {
  const { from } = command;
  const day = Temporal.PlainDate.from(from);
  if (Temporal.PlainDate.compare(day, today) < 0)
    return badInput("powers.date-past", { date: from, today: today.toString() }, "/from");
  // What the town itself carries out was decided by somebody who was asked this.
  const theirs = actor.sub === theTownItself.sub ? undefined : notTheirsToChange(command, command.document, actor);
  if (theirs !== undefined) return theirs;
  const { basis, ...now } = entryOn(state, day);
  // A power listed before laws were told one by one has none yet.
  const [fault] = entryFaults({ ...now, ...(basis.length === 0 ? {} : { basis }), ...rebased(command, town) }, town);
  if (fault !== undefined) return fault;
  const held = heldOn(state, day);
  const { mode, inWhoseName, letter } = command;
  if (mode !== undefined || inWhoseName !== undefined || letter !== undefined) {
    if (held === undefined) return notNow("powers.not-in-force", { date: from });
    const unlawful = unlawfulWay(state, held, command, town);
    if (unlawful !== undefined) return unlawful;
  }
  const { type: _type, ...asked } = command;
  const data = { ...asked, ...rebased(command, town) };
  if (changesNothing({ ...state, ...listedOn(state, day), ...held }, data))
    return notNow("powers.nothing-adjusted", { date: from });
  return [{ type: "powers.power.adjusted", data: { code: state.code, ...data } }];
}

/** What the entry would say; laws given only as text are read and dated, laws given one by one stand in the text as well. */
function rebased({ legalBasis, basis, ...command }: Adjust, town: Context["town"]): Partial<Entry> {
  const { powers } = town;
  const { name, itemCode, domain, sourceDepartment, townRole, dutyList } = command;
  const laws = basis ?? (legalBasis === undefined ? undefined : dated(citedIn(legalBasis), powers.laws));
  return {
    ...(name === undefined ? {} : { name }),
    ...(itemCode === undefined ? {} : { itemCode }),
    ...(domain === undefined ? {} : { domain }),
    ...(sourceDepartment === undefined ? {} : { sourceDepartment: listedDepartment(sourceDepartment, town) }),
    ...(townRole === undefined ? {} : { townRole }),
    ...(dutyList === undefined ? {} : { dutyList }),
    ...(laws === undefined ? {} : { basis: laws, legalBasis: legalBasis ?? inWords(laws) }),
  };
}

function unlawfulWay(state: Power, held: HandedOver, command: Adjust, town: Context["town"]): Rejection | undefined {
  const { mode = held.mode, inWhoseName = held.inWhoseName, authority, from } = command;
  if (mode === held.mode && inWhoseName.uscc === held.inWhoseName.uscc) return undefined;
  const { letter } = command;
  const anew: HandOver = {
    type: "hand-over",
    mode,
    inWhoseName,
    inForceFrom: from,
    ...(letter === undefined ? {} : { letter }),
    ...(authority === undefined ? {} : { authority }),
  };
  const unlawful = unlawfulHandover(state, anew, town);
  if (unlawful !== undefined) return unlawful;
  return mode === "statutory" || letter !== undefined
    ? undefined
    : badInput("powers.letter-missing", { rule: "P2" }, "/letter");
}

function changesNothing(
  now: object,
  { from: _from, authority: _authority, document: _document, ...asked }: Omit<Adjust, "type">,
): boolean {
  const known = new Map<string, unknown>(Object.entries(now));
  return Object.entries(asked).every(([field, value]) => same(known.get(field), value));
}

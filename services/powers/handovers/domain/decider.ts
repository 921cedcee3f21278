import { Temporal } from "temporal-polyfill";
import { startOfDay } from "../../../../shared/calendar/index.ts";
import type { Context, Decider, Decision, Moves, Recorded } from "../../../../shared/decider/index.ts";
import { unlawfulForm } from "./form-law.ts";
import type { Handover, HandoverCommand, HandoverEvent, HandoverNumber, Party } from "./handover.ts";
import { badInput, checkMove, notNow, notYou, refuse } from "./refusals.ts";

export const handoverMoves = {
  draft: { sign: ["county-signed", "town-signed"], withdraw: "withdrawn" },
  "county-signed": { sign: "signed", withdraw: "withdrawn" },
  "town-signed": { sign: "signed", withdraw: "withdrawn" },
  signed: { "note-handed": ["signed", "in-effect"], begin: ["signed", "in-effect"] },
  "in-effect": {},
  withdrawn: {},
} as const satisfies Moves;

type Decided = Decision<HandoverEvent>;
type Command<T extends HandoverCommand["type"]> = Extract<HandoverCommand, { type: T }>;

/** The form 交接单 without which no power moves (P2): drawn up by either party, signed by both, each under the same content. */
export const handover: Decider<Handover, HandoverCommand, HandoverEvent> = {
  aggregate: "handover",
  shape: 1,
  decide(state, command, context) {
    if (command.type === "draft") return state === undefined ? draft(command, context) : [];
    if (state === undefined) return [];
    // What the powers report is noted once, however late it comes.
    if (command.type === "note-handed") return state.status === "signed" ? noteHanded(state, command, context) : [];
    const impossible = checkMove(handoverMoves, "powers.handover-not-in-this-state", state.status, command.type);
    if (impossible !== undefined) return impossible;
    switch (command.type) {
      case "sign":
        return sign(state, command, context);
      case "withdraw":
        return withdraw(state, command, context);
      case "begin":
        return state.status === "signed" ? begin(state, context) : [];
    }
  },
  evolve,
  listed: (state, id) => ({ byCode: { partition: "handovers", sort: `${state.draftedOn}#${id}` } }),
  nextDeadline: (state) => (state.status === "signed" && !state.delayed ? startOfDay(judgedOn(state)) : undefined),
  onDeadline: () => ({ type: "begin" }),
};

function draft(
  { content, hash, unlisted, strangers, alreadyHeld }: Command<"draft">,
  { today, town }: Context,
): Decided {
  const { lines, inForceFrom, mode, letter } = content;
  const on = today.toString();
  if (unlisted.length > 0) return badInput("powers.lines-not-listed", { codes: unlisted }, "/lines");
  const codes = lines.map(({ code }) => code);
  if (new Set(codes).size < codes.length) return badInput("powers.line-twice", { codes }, "/lines");
  if (strangers.length > 0) return badInput("powers.entrusting-organ-unknown", { codes: strangers }, "/giver");
  if (alreadyHeld.length > 0) return notNow("powers.lines-held-already", { codes: alreadyHeld, mode });
  if (inForceFrom < on) return badInput("powers.date-past", { date: inForceFrom, today: on }, "/inForceFrom");
  if (mode !== "statutory" && letter === undefined) return badInput("powers.letter-missing", { rule: "P2" }, "/letter");
  return unlawfulForm(content, town) ?? [{ type: "powers.handover.drafted", data: { content, hash, on } }];
}

const roleOf = { county: "county", town: "leader" } as const satisfies Record<Party, string>;
const other = { county: "town", town: "county" } as const satisfies Record<Party, Party>;

/** P2: who of the county, who of the town, never one person for both, and each under what the other has signed. */
function sign(state: Handover, { party, hash }: Command<"sign">, context: Context): Decided {
  const { actor, today, town } = context;
  if (!actor.roles.includes(roleOf[party])) return notYou("powers.not-of-this-party", { party, role: roleOf[party] });
  if (state.signatures[party] !== undefined) return notNow("powers.already-signed", { party });
  if (state.signatures[other[party]]?.sub === actor.sub)
    return refuse("powers.one-person-for-both", { rule: "P2" }, "/party");
  if (hash !== state.hash) return badInput("powers.signed-something-else", { hash: state.hash, rule: "P2" }, "/hash");
  const { inForceFrom } = state.content;
  if (inForceFrom < today.toString()) return notNow("powers.date-past", { date: inForceFrom, today: today.toString() });
  const unlawful = unlawfulForm(state.content, town);
  if (unlawful !== undefined) return unlawful;
  const signed: HandoverEvent = {
    type: "powers.handover.party-signed",
    data: { party, hash },
    personal: { name: actor.name },
  };
  if (state.signatures[other[party]] === undefined) return [signed];
  const { giverHolds: _giver, capability: _capability, ...content } = state.content;
  const data = { ...content, number: nextNumber(context), hash, on: today.toString() };
  return [signed, { type: "powers.handover.signed", data }];
}

/** The form's number is the next of the year's series and is spent only with the second signature: no gap. */
function nextNumber({ numbers, town, today }: Context): HandoverNumber {
  const { series, text } = town.numbering.handover;
  const { year } = today;
  const serial = numbers.take(`${series}/${year}`);
  const fill = (template: string) => template.replace("{year}", String(year)).replace("{serial}", String(serial));
  return { series, year, serial, text: { zh: fill(text.zh), en: fill(text.en) } };
}

function withdraw(state: Handover, { reasons }: Command<"withdraw">, { today }: Context): Decided {
  const data = { on: today.toString(), codes: codesOf(state) };
  return [{ type: "powers.handover.withdrawn", data, personal: { reasons } }];
}

const codesOf = ({ content }: Handover) => content.lines.map(({ code }) => code);

type Signed = Extract<Handover, { status: "signed" }>;

/** The first day; where a power has not been handed over yet, the day after: the first day itself is left to it. */
const judgedOn = (state: Signed) => {
  const first = Temporal.PlainDate.from(state.content.inForceFrom);
  return missing(state).length === 0 ? first : first.add({ days: 1 });
};

function noteHanded(state: Signed, { code }: Command<"note-handed">, { today }: Context): Decided {
  if (state.handed.includes(code) || !codesOf(state).includes(code)) return [];
  const noted: HandoverEvent = { type: "powers.handover.power-handed", data: { code } };
  const begun = isOver(state, today) && missing(state).length === 1;
  return begun ? [noted, inEffect(state, today)] : [noted];
}

/** On the first day the form is in effect if every power on it has been handed over; if not, that is said. */
function begin(state: Signed, { today }: Context): Decided {
  if (Temporal.PlainDate.compare(today, judgedOn(state)) < 0 || state.delayed) return [];
  if (missing(state).length === 0) return [inEffect(state, today)];
  const data = { number: state.number, missing: missing(state), on: today.toString() };
  return [{ type: "powers.handover.delayed", data }];
}

const isOver = ({ content }: Handover, today: Temporal.PlainDate) =>
  Temporal.PlainDate.compare(content.inForceFrom, today) <= 0;
const missing = (state: Signed) => codesOf(state).filter((code) => !state.handed.includes(code));
const inEffect = (state: Signed, today: Temporal.PlainDate): HandoverEvent => ({
  type: "powers.handover.came-into-effect",
  data: { number: state.number, codes: codesOf(state), on: today.toString() },
});

function evolve(state: Handover | undefined, event: Recorded<HandoverEvent>): Handover {
  if (event.type === "powers.handover.drafted") {
    const { content, hash, on } = event.data;
    return { status: "draft", content, hash, draftedOn: on, signatures: {} };
  }
  if (state === undefined) throw new TypeError("a handover begins by being drawn up");
  const { content, hash, draftedOn, signatures } = state;
  const drawn = { content, hash, draftedOn, signatures };
  switch (event.type) {
    case "powers.handover.party-signed": {
      const { party } = event.data;
      const signature = { sub: event.actor, name: event.personal.name, at: event.time };
      return { ...drawn, signatures: { ...signatures, [party]: signature }, status: `${party}-signed` };
    }
    case "powers.handover.signed": {
      const { number, on } = event.data;
      return { ...drawn, status: "signed", number, signedOn: on, handed: [], delayed: false };
    }
    case "powers.handover.withdrawn":
      return { ...drawn, ...event.personal, status: "withdrawn", withdrawnOn: event.data.on };
  }
  if (state.status !== "signed") throw new TypeError("only what both have signed is carried out");
  switch (event.type) {
    case "powers.handover.power-handed":
      return { ...state, handed: [...state.handed, event.data.code] };
    case "powers.handover.came-into-effect":
      return { ...state, status: "in-effect", inEffectSince: event.data.on };
    case "powers.handover.delayed":
      return { ...state, delayed: true };
  }
}

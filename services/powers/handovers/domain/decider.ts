import { Temporal } from "temporal-polyfill";
import { startOfDay } from "../../../../shared/calendar/index.ts";
import {
  become,
  type Context,
  type Decision,
  deciderOf,
  type InStatus,
  keep,
  type MovesOf,
  type OfType,
  type Recorded,
  within,
} from "../../../../shared/decider/index.ts";
import { unlawfulForm } from "./form-law.ts";
import type { Drawn, Handover, HandoverCommand, HandoverEvent, HandoverNumber, Party } from "./handover.ts";
import { badInput, type HandoverRefusal, notNow, notYou, refuse } from "./refusals.ts";

export const handoverMoves = {
  draft: { sign: ["county-signed", "town-signed"], withdraw: "withdrawn" },
  "county-signed": { sign: "signed", withdraw: "withdrawn" },
  "town-signed": { sign: "signed", withdraw: "withdrawn" },
  signed: { "note-handed": ["signed", "in-effect"], begin: ["signed", "in-effect"] },
  "in-effect": {},
  withdrawn: {},
} as const satisfies MovesOf<Handover, HandoverCommand>;

type Decided = Decision<HandoverEvent>;
type Of<T extends HandoverEvent["type"]> = Recorded<OfType<HandoverEvent, T>>;
type Command<T extends HandoverCommand["type"]> = OfType<HandoverCommand, T>;

interface HandoverWords {
  readonly state: Handover;
  readonly command: HandoverCommand;
  readonly event: HandoverEvent;
  readonly moves: typeof handoverMoves;
  readonly begins: "draft";
  readonly begun: "powers.handover.drafted";
  readonly refusal: HandoverRefusal;
}
type Unsigned = InStatus<Handover, "draft" | "county-signed" | "town-signed">;
type Signed = InStatus<Handover, "signed">;
type Withdrawn = InStatus<Handover, "withdrawn">;

const drawn = keep<Drawn>({ content: true, hash: true, draftedOn: true, signatures: true });
const unsigned = within((state: Handover): state is Unsigned => Object.hasOwn(handoverMoves[state.status], "sign"));

/** The form 交接单 without which no power moves (P2): drawn up by either party, signed by both, each under the same content. */
export const handover = deciderOf<HandoverWords>({
  aggregate: "handover",
  shape: 1,
  moves: handoverMoves,
  impossible: "powers.handover-not-in-this-state",
  begin: { draft },
  always: {
    // Drawn up twice it is the same form.
    draft: () => [],
    // What the powers report is noted once, however late it comes.
    "note-handed": (state, command, context) => (state.status === "signed" ? noteHanded(state, command, context) : []),
  },
  steps: { sign, withdraw, "note-handed": noteHanded, begin: (state, _command, context) => begin(state, context) },
  begun: {
    "powers.handover.drafted": ({ data: { content, hash, on: draftedOn } }) => ({
      ...{ content, hash, draftedOn, signatures: {} },
      status: "draft",
    }),
  },
  effects: {
    "powers.handover.party-signed": unsigned((state, event: Of<"powers.handover.party-signed">) => {
      const { party } = event.data;
      const signature = { sub: event.actor, name: event.personal.name, at: event.time };
      return { ...drawn(state), signatures: { ...state.signatures, [party]: signature }, status: `${party}-signed` };
    }),
    "powers.handover.signed": unsigned((state, { data: { number, on: signedOn } }: Of<"powers.handover.signed">) =>
      become<Signed, Drawn>(drawn(state), { status: "signed", number, signedOn, handed: [], delayed: false }),
    ),
    "powers.handover.withdrawn": unsigned(
      (state, { data: { on: withdrawnOn }, personal: { reasons } }: Of<"powers.handover.withdrawn">) =>
        become<Withdrawn, Drawn>(drawn(state), { status: "withdrawn", withdrawnOn, reasons }),
    ),
    "powers.handover.power-handed": {
      signed: (state, { data: { code } }) => ({ ...state, handed: [...state.handed, code] }),
    },
    "powers.handover.came-into-effect": {
      signed: (state, { data: { on: inEffectSince } }) => ({ ...state, status: "in-effect", inEffectSince }),
    },
    "powers.handover.delayed": { signed: (state) => ({ ...state, delayed: true }) },
  },
  listed: (state, id) => ({ byCode: { partition: "handovers", sort: `${state.draftedOn}#${id}` } }),
  nextDeadline: (state) => (state.status === "signed" && !state.delayed ? startOfDay(judgedOn(state)) : undefined),
  onDeadline: () => ({ type: "begin" }),
});

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

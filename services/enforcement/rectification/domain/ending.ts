import { Temporal } from "temporal-polyfill";
import { type Context, type Decision, present, type Rejection } from "../../../../shared/decider/index.ts";
import { nextNumber } from "../../../../shared/papers/official-number.ts";
import { isFirstOfKind } from "../../cases/domain/penal-record/penal-record.ts";
import { powerFault } from "../../common/domain/power.ts";
import type { CommandOf, LetOff, RectificationEvent } from "./messages.ts";
import { about } from "./ordering.ts";
import type { Rectification } from "./rectification.ts";
import { badInput, refuse } from "./refusals.ts";
import { headOnly, officersOnly } from "./who.ts";

type Decided = Decision<RectificationEvent>;
const article33 = { article: "行政处罚法33", rule: "CF-33" };

/**
 * CF-33, CF-33b: the head decides that there is no penalty, with reasons and a number; it is served. Slight, put right and harmless:
 * none; the first time and put right: it may be let off. CF-33a: the second time is known by the register of this party and kind.
 */
export function letOff(state: Rectification, command: LetOff, context: Context): Decided {
  const { ground, reasons, educatedOn, promise, power } = command;
  const { today, town } = context;
  const refused =
    headOnly(state, context) ??
    ofACase(state) ??
    groundFault(state, command, context) ??
    powerFault(state.act.code, power, { on: today, place: state.place }, town);
  if (refused !== undefined) return refused;
  const number = nextNumber(context, town.numbering.enforcement["no-penalty"]);
  return [
    {
      type: "enforcement.rectification.let-off",
      data: { ...about(state), ground, number, on: today.toString() },
      personal: { reasons, educatedOn, ...present({ promise }) },
    },
  ];
}

function groundFault(
  { check, foundOn }: Rectification,
  { ground, record, id, educatedOn, promise }: LetOff,
  { today, town }: Context,
): Rejection | undefined {
  if (educatedOn < foundOn || educatedOn > today.toString())
    return badInput(
      "enforcement.order-education-day",
      { from: foundOn, until: today.toString(), article: "行政处罚法33(3)", rule: "CF-33a" },
      "/educatedOn",
    );
  if (ground === "minor")
    return check?.slight === true && check.harm === "none"
      ? undefined
      : refuse("enforcement.order-not-slight", article33, "/ground");
  if (check?.harm === "grave") return refuse("enforcement.order-not-slight", article33, "/ground");
  const since = Temporal.PlainDate.from(foundOn).subtract({ years: town.enforcement.lenience.windowYears }).toString();
  if (!isFirstOfKind(record, { of: id, since }))
    return refuse("enforcement.order-not-first-time", { since, ...article33, rule: "CF-33a" }, "/ground");
  return promise === undefined
    ? refuse("enforcement.order-promise-missing", { article: "行政处罚法33", rule: "CF-33a" }, "/promise")
    : undefined;
}

/** What comes of an order in a case is decided in the case. */
const ofACase = ({ of }: Rectification): Rejection | undefined =>
  of === undefined ? undefined : refuse("enforcement.order-of-a-case", { case: of.case, ...article33 });

/** CF-54: not met, or met and still to be punished: an officer of the order proposes a case, in one commit with this step. */
export const propose = (state: Rectification, { case: id }: CommandOf<"propose">, context: Context): Decided =>
  officersOnly(state, context) ??
  ofACase(state) ?? [
    { type: "enforcement.rectification.proposed", data: { on: context.today.toString(), case: id }, personal: {} },
  ];

/** An order that should not have been made falls: the head revokes it, and what rests on it has no ground any more. */
export const revoke = (state: Rectification, { reasons }: CommandOf<"revoke">, context: Context): Decided =>
  headOnly(state, context) ?? [
    {
      type: "enforcement.rectification.revoked",
      data: { ...about(state), on: context.today.toString() },
      personal: { reasons },
    },
  ];

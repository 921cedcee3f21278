import { type Actor, type Context, present, type Rejection } from "../../../../../shared/decider/index.ts";
import { isRecused, openRecusal, type Recusal } from "../../../../../shared/people/index.ts";
import { notInCharge } from "../../../certificates/domain/ending.ts";
import { peopleNamed, subOf } from "../../../common/domain/named-people.ts";
import { badInput, refuse } from "../refusals.ts";
import type { Inspector, Point, Subject, Supervised } from "./inspection.ts";
import type { Arrangement } from "./messages.ts";

const article61 = { article: "行政许可法61(2)", rule: "XK-61" };

/** What an inspection keeps of the certificate it is about. */
export function subjectOf({ id, state, secret, party }: Supervised): Subject {
  const { number, item, title, licenceId, issuer, decidedBy, office, owner } = state;
  const { kind, name } = state.holder;
  const known = { certificate: id, number, item, title, licenceId, issuer, decidedBy, holder: { kind, name } };
  return { ...known, ...present({ office, owner, party }), ...(secret ? { secret: true as const } : {}) };
}

/** What every published event of an inspection says of it; nothing that names the holder, or why he was inspected. */
export const about = ({ certificate, number, item, office }: Subject) => ({
  certificate,
  number,
  item,
  ...(office === undefined ? {} : { office }),
});

/** The points of the profile for an item, as they read today. */
export const pointsFor = (item: string, { town }: Context): Point[] =>
  town.inspections.points
    .filter(({ items }) => items === undefined || items.includes(item))
    .map(({ id, text }) => ({ id, text }));

/** XK-61: by the office that answers for the licence, of one that stands; undefined: nothing is against it. */
export function maySupervise(supervised: Supervised | undefined, context: Context): Rejection | undefined {
  if (supervised === undefined) return badInput("permits.no-such-certificate", {}, "/certificate");
  const { status } = supervised.state;
  if (status !== "valid" && status !== "suspended")
    return refuse("permits.nothing-to-supervise", { status, ...article61 }, "/certificate");
  return notInCharge(supervised.state, context);
}

interface Arranging extends Partial<Arrangement> {
  /** CF-43a: what was asked and decided in the case of the licence. */
  readonly recusals?: readonly Recusal[];
}

/**
 * XK-61: two inspectors at least, whom the town knows: neither the person who granted the licence (L1), nor its holder, nor
 * anybody who keeps out of its case (CF-43a); not for a past day. Answers the inspectors by login and name.
 */
export function arranged(
  { by, inspectors: named, officers = [], recusals = [] }: Arranging,
  { decidedBy, owner }: Pick<Subject, "decidedBy" | "owner">,
  context: Context,
): { readonly inspectors?: readonly Inspector[] } | Rejection {
  if (by !== undefined && by < context.today.toString())
    return badInput("permits.inspection-in-the-past", { by }, "/by");
  if (named === undefined) return {};
  const subs = new Set(named.map(subOf));
  if (subs.size < 2) return refuse("permits.two-inspect", article61, "/inspectors");
  if (subs.has(decidedBy)) return refuse("permits.decider-cannot-inspect", { rule: "L1" }, "/inspectors");
  if (owner !== undefined && subs.has(owner)) return refuse("permits.holder-cannot-inspect", article61, "/inspectors");
  const kept = [...subs].find((sub) => isRecused(recusals, sub) || openRecusal(recusals, sub) !== undefined);
  if (kept !== undefined)
    return refuse("permits.inspector-recused", { article: "行政处罚法43", rule: "CF-43a" }, "/inspectors");
  const people = peopleNamed(named, { officers }, context, "/inspectors");
  return "code" in people ? people : { inspectors: people.map(({ sub, name }) => ({ sub, name })) };
}

export const isInspector = (inspectors: readonly Inspector[], { sub }: Pick<Actor, "sub">) =>
  inspectors.some((one) => one.sub === sub);

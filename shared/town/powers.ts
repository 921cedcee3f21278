import * as z from "zod";
import { isoDate, line, listCode } from "./text.ts";

/**
 * How the town holds one power. Statutory 法定: in its own name, from the law. Delegated 赋权: in its own name, by the
 * province's decision (CF-24). Entrusted 委托: in the department's name, and no further (XK-24). `townRole` is the town's
 * part: it decides, or only reviews (审查) or forwards (转报) what another organ decides.
 */
export const heldPower = z.strictObject({
  mode: z.enum(["statutory", "delegated", "entrusted"]),
  townRole: z.enum(["decides", "reviews", "forwards"]),
  instrument: line.optional(),
});

/** How the lists are held on opening day; afterwards the powers service keeps every change. */
export const powers = z.strictObject({
  authority: z.strictObject({
    kind: z.enum(["province", "county"]),
    document: line,
    date: isoDate,
    published: z.boolean(),
    stateCouncilApproval: line.optional(),
  }),
  letter: z.strictObject({ number: line, date: isoDate }),
  inForceFrom: isoDate,
  /**
   * Laws whose dates matter (CF-T2): a power that rests on one begins with it, and ends with it unless it is re-based.
   * `repealedFrom`: the first day on which it is no longer in force.
   */
  laws: z.array(z.strictObject({ title: line, inForceFrom: isoDate, repealedFrom: isoDate.optional() })),
  byCode: z.record(listCode, heldPower),
  defaults: z.strictObject({ licence: heldPower, service: heldPower, penalty: heldPower }),
});

export type HeldPower = z.infer<typeof heldPower>;
export type Powers = z.infer<typeof powers>;
export type ListKind = keyof Powers["defaults"];

/** The list a code belongs to: PL licences, PS services, PN penalties. */
export const kindOf = (code: string): ListKind =>
  code.startsWith("PL-") ? "licence" : code.startsWith("PS-") ? "service" : "penalty";

/** How the town holds the power with this list code ("PL-001"). */
export const powerOf = (held: Powers, code: string): HeldPower => held.byCode[code] ?? held.defaults[kindOf(code)];

/** The first day (ISO date) a listed power can be used: the profile's, or later that of the law it rests on (CF-T2). */
export function inForceFrom(held: Powers, item: { readonly legalBasis: string }): string {
  const cited = held.laws.filter(({ title }) => item.legalBasis.includes(`《${title}》`));
  const days = [held.inForceFrom, ...cited.map((law) => law.inForceFrom)].toSorted();
  return days.at(-1) ?? held.inForceFrom;
}

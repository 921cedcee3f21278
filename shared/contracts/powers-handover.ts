import * as z from "zod";

const date = z.iso.date();
const bilingual = z.object({ zh: z.string(), en: z.string() });
const organ = z.object({ name: bilingual, uscc: z.string() });
const number = z.object({ series: z.string(), year: z.int(), serial: z.int(), text: bilingual });

/** What must be there before a power is used (P4). */
export const readinessCondition = z.discriminatedUnion("kind", [
  z.object({ kind: z.enum(["officers", "trained", "seconded"]), atLeast: z.int() }),
  z.object({ kind: z.enum(["seal", "venue"]) }),
]);

/** Both parties have signed: each power on the form is handed over on the strength of it. */
export const handoverSigned = z.object({
  number,
  hash: z.string(),
  on: date,
  mode: z.enum(["statutory", "delegated", "entrusted"]),
  inForceFrom: date,
  /** Last day of an entrustment. */
  until: date.exactOptional(),
  lines: z.array(z.object({ code: z.string(), inWhoseName: organ, conditions: z.array(readinessCondition) })),
  files: z.array(z.object({ name: z.string(), count: z.int(), from: z.string(), to: z.string() })),
  authority: z
    .object({
      kind: z.enum(["province", "county"]),
      document: z.string(),
      date,
      publication: z.object({ where: z.string(), on: date }).exactOptional(),
      stateCouncilApproval: z.string().exactOptional(),
      scope: z.object({
        codes: z.array(z.string()).exactOptional(),
        domains: z.array(z.string()).exactOptional(),
      }),
    })
    .exactOptional(),
  letter: z.object({ number: z.string(), date }).exactOptional(),
  receiver: organ,
});
export const handoverCameIntoEffect = z.object({ number, codes: z.array(z.string()), on: date });
/** The first day has passed and some powers of the form have not been handed over: somebody must look. */
export const handoverDelayed = z.object({ number, missing: z.array(z.string()), on: date });
export const handoverWithdrawn = z.object({ on: date, codes: z.array(z.string()) });

/** Handover forms (P2). Names of who signed do not leave the town. */
export const handoverEvents = {
  "powers.handover.signed": handoverSigned,
  "powers.handover.came-into-effect": handoverCameIntoEffect,
  "powers.handover.delayed": handoverDelayed,
  "powers.handover.withdrawn": handoverWithdrawn,
} as const;

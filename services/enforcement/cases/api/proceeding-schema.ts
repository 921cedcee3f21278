import * as z from "zod";
import { limitSchema } from "../../../../shared/calendar/index.ts";
import { reviewProcedures } from "../../../../shared/case-rules/review-terms.ts";
import { officialNumber } from "../../../../shared/papers/official-number-schema.ts";
import { lineOf, textOf } from "../../../../shared/text/index.ts";
import { penaltyKinds } from "../../../../shared/town/listed-penalties.ts";
import { lighteningGrounds } from "../domain/proceeding/circumstances.ts";
import { gateIds } from "../domain/proceeding/gate.ts";
import { noPenaltyGrounds, outcomes, remedyEffects, stopGrounds } from "../domain/proceeding/proceeding.ts";
import { agentKinds, extents } from "../domain/proceeding/representation.ts";

const date = z.iso.date();
const line = lineOf(200);
export const words = textOf(3_000);
const fen = z.int().min(0).max(100_000_000_000);
export const paper = z.strictObject({ number: line, date });
export const rights = z
  .array(z.enum(["defence", "hearing"]))
  .min(1)
  .max(2);

const circumstances = z.strictObject({
  slight: z.boolean(),
  harm: z.enum(["none", "slight", "grave"]),
  corrected: z.boolean(),
  faultless: z.boolean(),
  serious: z.boolean(),
  orderUnmet: z.boolean(),
  warningUnmet: z.boolean().exactOptional(),
  base: fen.exactOptional(),
  asOrganisation: z.boolean().exactOptional(),
  lawfulNow: z.boolean().exactOptional(),
  lawfulThen: z.boolean().exactOptional(),
  grounds: z.array(z.enum(lighteningGrounds)).max(6),
});

/** CF-29a: what is held against the party for one act, and what is proposed for it. */
export const chargeBody = z.strictObject({
  act: lineOf(20),
  code: z.string().regex(/^PN-\d{3}$/),
  competing: z.array(z.string().regex(/^PN-\d{3}$/)).max(5),
  facts: z
    .array(z.strictObject({ text: words, evidence: z.array(lineOf(80)).max(50) }))
    .min(1)
    .max(30),
  circumstances,
  kinds: z.array(z.enum(penaltyKinds)).max(6),
  fine: z
    .strictObject({
      amountFen: fen,
      tier: lineOf(60),
      grounds: z.array(z.enum(lighteningGrounds)).max(6),
      notLighter: words.exactOptional(),
      departure: z.strictObject({ reasons: words, approvedBy: lineOf(100) }).exactOptional(),
    })
    .exactOptional(),
  confiscation: z.strictObject({ gainsFen: fen, refundsFen: fen, goods: z.array(line).max(100) }).exactOptional(),
  order: z.strictObject({ text: words, by: date.exactOptional() }),
  finedElsewhere: z.strictObject({ organ: line, document: line }).exactOptional(),
  otherAct: words.exactOptional(),
});

export const amounts = z.array(z.strictObject({ act: lineOf(20), fineFen: fen, confiscateFen: fen })).max(30);

const text = z.object({ zh: z.string(), en: z.string() });
/** A step before the decision, done or missing, with its article. */
export const gateView = z.object({
  id: z.enum(gateIds),
  title: text,
  article: z.string(),
  rule: z.string(),
  done: z.boolean(),
  needless: z.literal(true).optional(),
  missing: text.optional(),
});

export const proceedingStatuses = [
  "open",
  "noticed",
  "decided",
  "in-effect",
  "ended",
  "stopped",
  "overturned",
] as const;

const on = z.object({ on: date });
const statement = z.object({
  id: z.string(),
  on: date,
  late: z.boolean(),
  by: z.enum(["party", "officer"]),
  points: z.array(z.string()),
});
const noticeView = z.object({
  number: officialNumber,
  on: date,
  hearingRight: z.boolean(),
  served: z.object({ on: date, how: z.string(), defence: limitSchema, hearing: limitSchema.optional() }).optional(),
  statements: z.array(statement),
  waived: z.array(z.enum(["defence", "hearing"])),
  answers: z.array(z.object({ statement: z.string(), point: z.int(), taken: z.boolean(), reasons: z.string() })),
  hearing: z
    .object({
      requestedOn: date,
      outcome: z
        .object({ how: z.enum(["held", "absent", "withdrawn"]), on: date, record: z.string().optional() })
        .optional(),
    })
    .optional(),
});

/** A proceeding. The party reads what he was told; the house reads all. */
export const proceedingView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(proceedingStatuses),
  case: z.string(),
  party: z.object({
    id: z.string(),
    kind: z.enum(["citizen", "organisation", "sole-trader"]),
    role: z.enum(["principal", "responsible"]),
    name: z.string(),
  }),
  begunOn: date,
  charges: z
    .object({
      revision: z.int(),
      on: date,
      signed: z.boolean(),
      items: z.array(
        chargeBody.extend({ law: z.object({ version: z.enum(["now", "before"]), legalBasis: z.string() }) }),
      ),
    })
    .optional(),
  priorNotice: noticeView.optional(),
  earlier: z.array(noticeView),
  counsel: z.object({ counsel: z.string(), askedOn: date, opinion: z.string().optional() }).optional(),
  legalReview: on
    .extend({ revision: z.int(), by: z.string(), conclusion: z.enum(["agreed", "to-correct", "rejected"]) })
    .optional(),
  discussion: on
    .extend({
      revision: z.int(),
      members: z.array(z.string()),
      agreedOn: z.enum([...outcomes, "none"]),
      minutes: z.string(),
    })
    .optional(),
  decision: on
    .extend({
      outcome: z.enum(outcomes),
      ground: z.enum(noPenaltyGrounds).optional(),
      number: officialNumber,
      organ: z.object({ name: text, uscc: z.string() }),
      performance: z
        .object({ how: z.string(), bank: z.string().optional(), surcharge: z.boolean().optional() })
        .optional(),
      served: z.object({ on: date, how: z.string() }).optional(),
      toServe: limitSchema,
      late: z.boolean(),
      fineFen: z.int(),
      gainsFen: z.int(),
    })
    .optional(),
  /** What can be done against the decision, where and until when. */
  remedyNotice: z
    .object({
      organ: text,
      reviewDays: z.int(),
      suit: z.enum(["six-months", "fifteen-days"]),
      reviewFirst: z.boolean(),
      review: limitSchema.optional(),
      suitLimit: limitSchema.optional(),
    })
    .optional(),
  /** Who acts, or acted, for the party. */
  agents: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.enum(agentKinds),
      extent: z.enum(extents),
      from: date,
      until: date.optional(),
      endedOn: date.optional(),
    }),
  ),
  remedies: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(["review", "suit"]),
      filedOn: date,
      examinedBy: limitSchema.optional(),
      asked: z
        .object({
          procedure: z.enum(reviewProcedures),
          admittedOn: date,
          receivedOn: date,
          answerDue: limitSchema,
          reviewDue: limitSchema,
        })
        .optional(),
      answered: z.object({ on: date, late: z.boolean() }).optional(),
      unanswered: z.literal(true).optional(),
      endedOn: date.optional(),
      effect: z.enum(remedyEffects).optional(),
    }),
  ),
  performed: z.array(on.extend({ what: z.enum(["fine", "confiscation", "order", "other"]) })),
  left: z.array(z.enum(["fine", "confiscation", "order", "other"])),
  stopped: on.extend({ ground: z.enum(stopGrounds) }).optional(),
  overturned: on
    .extend({ how: z.enum(["revoked", "void"]), by: z.enum(["own", "review", "court", "superior"]), anew: z.boolean() })
    .optional(),
  endedOn: date.optional(),
});

/** A row of a list: nothing personal but the masked name. */
export const proceedingRow = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(proceedingStatuses),
  case: z.string(),
  party: proceedingView.shape.party,
  begunOn: date,
  outcome: z.enum(outcomes).optional(),
});

import * as z from "zod";
import { limitSchema, todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { rowOf, type Viewing } from "../../../../shared/http/index.ts";
import { officialNumber } from "../../../../shared/papers/official-number-schema.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { officerView, text } from "../../common/api/schemas.ts";
import { lapseCauses, type Measure, measureEnds, measureKinds, measureStatuses, untilOf } from "../domain/measure.ts";

const date = z.iso.date();

export const measureView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(measureStatuses),
  case: z.string(),
  kind: z.enum(measureKinds),
  party: z.string(),
  basis: z.object({ id: z.string(), law: z.string() }).optional(),
  from: z.string().optional(),
  proposedOn: date,
  number: officialNumber.optional(),
  carryOutBy: date.optional(),
  emergency: z.boolean(),
  /** QZ-46: whether the head keeps it for the fine. */
  forFine: z.boolean(),
  approveBy: z.iso.datetime().optional(),
  officers: z.array(officerView),
  recordedBy: z.string().optional(),
  recordedOn: date.optional(),
  limit: limitSchema.optional(),
  /** QZ-24: until when it holds the goods. */
  until: date.optional(),
  goods: z.array(z.object({ id: z.string(), title: z.string(), leftOn: date.optional(), settledOn: date.optional() })),
  tests: z.array(z.object({ institution: z.string(), from: date, until: date, endedOn: date.optional() })),
  waitsForService: z.object({ proceeding: z.string(), decidedOn: date, until: date }).optional(),
  lapse: z.object({ cause: z.enum(lapseCauses), on: date }).optional(),
  ended: z.object({ on: date, how: z.enum(measureEnds) }).optional(),
  /** QZ-24: against what one may go where, as the decision tells it. */
  remedies: z.object({ reviewOrgan: text, reviewDays: z.int(), suitMonths: z.int() }),
});

/** QZ-24: the five items of the decision: party, basis and term, goods, remedies, organ with its day. */
export function viewMeasure({ id, version, state }: Loaded<Measure>, { runtime }: Pick<Viewing, "runtime">) {
  const { status, case: of, kind, party, proposedOn, officers, goods, tests, limit } = state;
  const { review } = runtime.town.enforcement;
  return {
    ...{ id, version, status, case: of, kind, party, proposedOn, emergency: state.emergency === true },
    forFine: state.forFine === true,
    officers: officers.map((one) => ({ ...one })),
    goods: goods.map((one) => ({ ...one })),
    tests: tests.map((one) => ({ ...one })),
    ...present({ basis: state.basis, from: state.from, number: state.number, carryOutBy: state.carryOutBy }),
    ...present({ approveBy: state.approveBy, recordedBy: state.recordedBy, recordedOn: state.recordedOn }),
    ...present({ waitsForService: state.kept, lapse: state.lapse, ended: state.ended }),
    ...(limit === undefined ? {} : { limit, until: untilOf(state) }),
    remedies: { reviewOrgan: review.organ, reviewDays: review.days, suitMonths: 6 },
  };
}

/** A measure in a list: what it holds, until when, and whether that day is over. */
export const measureRow = measureView
  .pick({ id: true, version: true, status: true, case: true, kind: true, party: true, until: true })
  .extend({ held: z.int(), overdue: z.boolean() });

export const viewMeasureRow = rowOf(measureRow, (loaded: Loaded<Measure>, viewing: Viewing) => {
  const shown = viewMeasure(loaded, viewing);
  const today = todayIn(viewing.runtime.clock()).toString();
  const { status, until } = shown;
  return {
    ...shown,
    held: shown.goods.filter(({ leftOn, settledOn }) => leftOn === undefined && settledOn === undefined).length,
    overdue: status === "lapsed" || ((status === "recorded" || status === "in-force") && (until ?? today) < today),
  };
});

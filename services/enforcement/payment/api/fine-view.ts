import * as z from "zod";
import { limitSchema, todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { rowOf, type Viewing } from "../../../../shared/http/index.ts";
import { mostFen } from "../../../../shared/money/index.ts";
import { officialNumber } from "../../../../shared/papers/official-number-schema.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { titled } from "../../../../shared/text/index.ts";
import { endGrounds, type Fine, pauseGrounds } from "../domain/fine.ts";
import { isDueProvisional, lastDueDay, owedOn, planOf, windowOf } from "../domain/owed.ts";

const date = z.iso.date();
const fen = z.int();
const slip = { zh: "凭证号", en: "Receipt" };
export const fineStatuses = ["due", "applied", "paused", "paid", "ended", "annulled"] as const;
export const dueSum = z.strictObject({ amountFen: z.int().min(1).max(mostFen), due: date });

export const fineView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(fineStatuses),
  case: z.string(),
  proceeding: z.string(),
  decision: z.string(),
  /** All of it today, in fen. */
  owed: z.object({
    on: date,
    fineFen: fen,
    gainsFen: fen,
    surchargeFen: fen,
    lateDays: z.int(),
    capped: z.boolean(),
    paidFen: fen,
    openFen: fen,
    surplusFen: fen,
    refundedFen: fen,
  }),
  surcharge: z.boolean(),
  receivedOn: date,
  limit: limitSchema,
  /** CF-66, T-13: `agreedDue` is the approved day where that is a day of rest; `due` is the last day to pay. */
  plan: z.array(z.object({ ...dueSum.shape, agreedDue: date.optional(), provisional: z.boolean().optional() })),
  overdue: z.boolean(),
  deferral: z
    .object({ kind: z.enum(["deferral", "instalments"]), askedOn: date, approved: z.boolean().optional() })
    .optional(),
  payments: z.array(
    z.object({
      on: date,
      amountFen: fen,
      receipt: titled(z.string(), slip),
      by: z.enum(["bank", "on-the-spot", "goods"]),
    }),
  ),
  /** QZ-46: items that are auctioned for it, and what each brought. */
  goods: z.array(z.object({ item: z.string(), on: date, soldFen: fen.optional() })),
  remedies: z.array(z.object({ kind: z.enum(["review", "suit"]), from: date, to: date.optional() })),
  demand: z
    .object({
      number: officialNumber,
      issuedOn: date,
      servedOn: date.optional(),
      passes: limitSchema.optional(),
      opinionOn: date.optional(),
      heardOn: date.optional(),
      adopted: z.boolean().optional(),
    })
    .optional(),
  court: z.object({
    /** QZ-53: the first and the last day on which the court can be asked. */
    earliest: date,
    latest: date,
    latestDemand: date,
    number: officialNumber.optional(),
    appliedOn: date.optional(),
    acceptedOn: date.optional(),
    ruledOn: date.optional(),
  }),
  pauseGround: z.enum(pauseGrounds).optional(),
  endGround: z.enum(endGrounds).optional(),
  paidOn: date.optional(),
});

/** What is owed today, and how it came to be. Who owes it stands in the proceeding. */
export function viewFine({ id, version, state }: Loaded<Fine>, { runtime }: Pick<Viewing, "runtime">) {
  const { calendar, town } = runtime;
  const on = todayIn(runtime.clock()).toString();
  const { demand, deferral, court } = state;
  const window = windowOf(state, { calendar });
  return {
    ...{ id, version, status: state.status, case: state.case, proceeding: state.proceeding, decision: state.decision },
    owed: {
      ...{ on, ...claimedOn(state, on, { town }) },
      refundedFen: state.refundedFen + (state.before?.refundedFen ?? 0),
    },
    surcharge: state.surcharge,
    receivedOn: state.receivedOn,
    limit: state.due,
    plan: planOf(state).map((part) => ({ ...part })),
    overdue: isOpen(state) && on > lastDueDay(state) && !isDueProvisional(state),
    ...(deferral === undefined
      ? {}
      : {
          deferral: {
            ...{ kind: deferral.kind, askedOn: deferral.askedOn },
            ...present({ approved: deferral.decided?.approved }),
          },
        }),
    payments: state.payments.map(({ on: day, amountFen, receipt, by }) => ({ on: day, amountFen, receipt, by })),
    goods: (state.goods ?? []).map((one) => ({ ...one })),
    remedies: state.remedies.map(({ kind, from, to }) => ({ kind, from, ...present({ to }) })),
    ...(demand === undefined ? {} : { demand: viewDemand(demand) }),
    court: {
      ...{ earliest: window.earliest, latest: window.latest.due ?? window.earliest, latestDemand: window.latestDemand },
      ...present({
        number: court?.number,
        appliedOn: court?.appliedOn,
        acceptedOn: court?.acceptedOn,
        ruledOn: court?.ruledOn,
      }),
    },
    ...(state.status === "paused" ? { pauseGround: state.pause.ground } : {}),
    ...(state.status === "ended" ? { endGround: state.ground } : {}),
    ...(state.status === "paid" ? { paidOn: state.paidOn } : {}),
  };
}

/** What is claimed of the party: nothing, once the fine ended or fell. */
function claimedOn(state: Fine, on: string, context: Parameters<typeof owedOn>[2]): ReturnType<typeof owedOn> {
  const owed = owedOn(state, on, context);
  return state.status === "ended" || state.status === "annulled" ? { ...owed, openFen: 0 } : owed;
}

const isOpen = ({ status }: Fine) => status === "due" || status === "applied" || status === "paused";

function viewDemand({ number, issuedOn, servedOn, passes, opinion }: NonNullable<Fine["demand"]>) {
  const heard = opinion?.heard;
  const more = present({ servedOn, passes, opinionOn: opinion?.on, heardOn: heard?.on, adopted: heard?.adopted });
  return { number, issuedOn, ...more };
}

/** A fine in a list. */
export const fineRow = fineView
  .pick({ id: true, version: true, status: true, case: true, decision: true, overdue: true })
  .extend({ openFen: fen, surchargeFen: fen, due: date });

export const viewFineRow = rowOf(fineRow, (loaded: Loaded<Fine>, viewing: Viewing) => {
  const { owed, ...shown } = viewFine(loaded, viewing);
  return { ...shown, openFen: owed.openFen, surchargeFen: owed.surchargeFen, due: lastDueDay(loaded.state) };
});

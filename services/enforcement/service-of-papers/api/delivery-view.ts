import * as z from "zod";
import { limitSchema } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { rowOf } from "../../../../shared/http/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { type Delivery, paperKinds, ways } from "../domain/delivery.ts";

const date = z.iso.date();
export const deliveryStatuses = ["under-way", "published", "served", "abandoned"] as const;

export const deliveryView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(deliveryStatuses),
  /** Empty where it is of an order to correct before any case. */
  case: z.string(),
  proceeding: z.string(),
  order: z.string().optional(),
  paper: z.object({ kind: z.enum(paperKinds), number: z.string(), issuedOn: date }),
  limit: limitSchema,
  late: z.boolean(),
  attempts: z.array(z.object({ way: z.enum(ways), on: date, served: z.boolean(), proof: z.string().optional() })),
  publication: z.object({ issuedOn: date, where: z.string(), serves: limitSchema }).optional(),
  servedOn: date.optional(),
  how: z.enum(ways).optional(),
  copyAskedOn: date.optional(),
  copyGivenOn: date.optional(),
});

/** A paper on its way. Who signed for it stands in the delivery record. */
export function viewDelivery({ id, version, state }: Loaded<Delivery>) {
  const { status, paper, limit, late, attempts, case: of = "", proceeding = "", order } = state;
  return {
    ...{ id, version, status, case: of, proceeding, paper: { ...paper }, limit },
    ...present({ order }),
    late: late === true,
    attempts: attempts.map(({ way, on, served, proof }) => ({ way, on, served, ...present({ proof }) })),
    ...(state.status === "published" ? { publication: { ...state.notice } } : {}),
    ...(state.status === "served"
      ? {
          ...{ servedOn: state.servedOn, how: state.how },
          ...present({ copyAskedOn: state.copyAskedOn, copyGivenOn: state.copyGivenOn }),
        }
      : {}),
  };
}

/** A delivery in a list. */
export const deliveryRow = deliveryView
  .pick({ id: true, version: true, status: true, case: true, proceeding: true, order: true, paper: true, late: true })
  .extend({ due: date.optional(), servedOn: date.optional(), how: z.enum(ways).optional() });

export const viewDeliveryRow = rowOf(deliveryRow, (loaded: Loaded<Delivery>) => ({
  ...viewDelivery(loaded),
  ...present({ due: loaded.state.limit.due ?? undefined }),
}));

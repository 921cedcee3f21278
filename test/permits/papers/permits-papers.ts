import * as z from "zod";
import { permits } from "../../../services/permits/service.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import type { AnyDecider } from "../../../shared/store/index.ts";
import { deliverHistory } from "../../support/reacting.ts";
import type { aHall } from "../permits-hall.ts";

export type Hall = Awaited<ReturnType<typeof aHall>>;

const papers = z.object({
  items: z.array(
    z.looseObject({
      ...{ id: z.string(), kind: z.string(), number: z.string(), status: z.string() },
      sha256: z.object({ pdf: z.string().exactOptional(), html: z.string() }),
    }),
  ),
});

/** Delivers all events of an aggregate to the service's own reactions, each as often as asked; answers why any was parked. */
export const deliver = ({ runtime }: Hall, of: AnyDecider, id: string, times = 1): Promise<string[]> =>
  deliverHistory(of, id, permits, permits.subscriptions, runtime, { times });

/** The papers of a case that this person sees. */
export const papersOf = async (hall: Hall, actor: Actor, application: string) =>
  papers.parse((await hall.get(actor, `/permits/applications/${application}/documents`)).body).items;

import * as z from "zod";
import { create } from "../http/commands.ts";
import { list, severalOf } from "../http/lists.ts";

import { resource } from "../http/resource.ts";
import type { Route } from "../http/route.ts";
import type { Aggregate } from "../service/manifest.ts";
import type { Loaded } from "../store/index.ts";
import { isErased } from "../store/retained.ts";
import { lineOf, signsOf } from "../text/index.ts";
import type { Role } from "../town/roles.ts";
import { type Hold, type HoldCommand, hold, holdIdOf, holdMoves } from "./hold.ts";

const day = z.iso.date();
const holdView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(["standing", "lifted"]),
  aggregate: z.string(),
  record: z.string(),
  document: z.string(),
  reason: z.string(),
  placedOn: day,
  placedBy: z.string(),
  lifted: z.object({ on: day, by: z.string(), reason: z.string() }).optional(),
});
const viewHold = ({ id, version, state }: Loaded<Hold>): z.input<typeof holdView> => {
  const { status, aggregate, record, document, reason, placedOn, placedBy, lifted } = state;
  const was = lifted === undefined ? {} : { lifted: { ...lifted } };
  return { ...{ id, version, status, aggregate, record, document, reason, placedOn, placedBy }, ...was };
};

const keepers: readonly Role[] = ["supervisor", "archivist", "leader"];
const reason = lineOf(500, 4);

/** Routes of the holds of a service: on a record of any of these kinds nothing is erased while a hold stands (P-8). */
export function holdRoutes(service: string, aggregates: readonly Aggregate[]): readonly Route[] {
  const kinds = new Map(aggregates.flatMap((one) => (one.decider.ended === undefined ? [] : [[one.name, one]])));
  const at = `/${service}/holds` as const;
  const holds = resource({
    of: hold,
    at,
    staff: keepers,
    moves: holdMoves,
    statusOf: ({ status }) => status,
    returns: holdView,
    view: viewHold,
  });
  const lift = holds.step("lift", {
    summary: { zh: "解除留存：个人信息按期删除", en: "Lift a hold: personal parts are erased when their time is over" },
    allow: keepers,
    body: z.strictObject({ reason }),
    run: ({ body }): HoldCommand => ({ type: "lift", ...body }),
  });
  return [
    create(`POST ${at}`, {
      summary: {
        zh: "暂缓删除：诉讼、复议、审计期间留存一份记录的个人信息",
        en: "Hold a record: nothing of it is erased while a suit, a review or an audit needs it",
      },
      allow: keepers,
      of: hold,
      body: z.strictObject({
        aggregate: z.enum([...kinds.keys()]),
        record: signsOf(200),
        document: lineOf(200),
        reason,
      }),
      returns: holds.returns,
      id: ({ body: { aggregate, record } }) => holdIdOf(aggregate, record),
      learn: async ({ body: { aggregate, record }, runtime: { store } }) => {
        const kind = kinds.get(aggregate)?.decider;
        const found = kind === undefined ? undefined : await store.retained(kind, record);
        return kind !== undefined && found !== undefined && !isErased(kind, found);
      },
      run: ({ body, learnt = false }): HoldCommand => ({ type: "place", ...body, known: learnt }),
      view: holds.view,
    }),
    {
      ...lift,
      /** P-8: what was held goes when its time is over; if that has passed already, with the next sweep. */
      async handle(request, runtime, texts) {
        const answer = await lift.handle(request, runtime, texts);
        const lifted = "body" in answer ? holdView.loose().safeParse(answer.body).data : undefined;
        const kind = lifted === undefined ? undefined : kinds.get(lifted.aggregate)?.decider;
        if (lifted !== undefined && kind !== undefined)
          await runtime.store.recount({ of: kind, id: lifted.record, town: runtime.town, keptUntil: null });
        return answer;
      },
    },
    holds.read({ zh: "一项留存", en: "One hold" }, keepers),
    holds.history({ zh: "一项留存的经过", en: "All that happened to a hold" }, keepers),
    list(`GET ${at}`, {
      summary: { zh: "留存的记录", en: "Records under a hold" },
      allow: keepers,
      of: hold,
      query: { status: severalOf(["standing", "lifted"]).default(["standing"]) },
      sorts: ["placedOn"],
      returns: holdView,
      find: ({ query }) => query.status.map((one) => ({ index: "byCode", partition: `hold:${one}` })),
      view: viewHold,
    }),
  ];
}

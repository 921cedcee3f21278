import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { type Route, read } from "../../../../shared/http/index.ts";
import { mandateId } from "../domain/mandate/id.ts";
import { mandate } from "../domain/mandate/mandate.ts";
import { proceeding } from "../domain/proceeding/decider.ts";
import { agentKinds, agentNow, extents } from "../domain/proceeding/representation.ts";
import { proceedingStatuses } from "./proceeding-schema.ts";

const date = z.iso.date();
const row = z.object({
  proceeding: z.string(),
  case: z.string(),
  status: z.enum(proceedingStatuses),
  /** Whom he represents, by his own name: an agent knows his party. */
  party: z.string(),
  kind: z.enum(agentKinds),
  extent: z.enum(extents),
  from: date,
  until: date.optional(),
});

/** CF-64(5): an agent finds the proceedings in which he acts today. One that was ended is not there any more. */
export const mandateRoutes: readonly Route[] = [
  read("GET /enforcement/mandates", {
    summary: { zh: "本人今日代理或者监护的案件", en: "Proceedings in which one acts for a party today" },
    allow: ["resident"],
    returns: z.object({ items: z.array(row) }),
    async run({ actor }, { store, keyed, clock }) {
      const key = actor?.party;
      if (actor === undefined || key === undefined) return { items: [] };
      const noted = (await store.load(mandate, mandateId(keyed, key)))?.state.proceedings ?? [];
      const today = todayIn(clock()).toString();
      const found = await store.loadAll(proceeding, noted);
      return {
        items: found.flatMap(({ id, state }) => {
          const agent = agentNow(state, actor, today);
          if (agent === undefined) return [];
          const { kind, extent, from, until } = agent;
          return [
            {
              ...{ proceeding: id, case: state.case, status: state.status, party: state.party.name },
              ...{ kind, extent, from, ...present({ until }) },
            },
          ];
        }),
      };
    },
  }),
];

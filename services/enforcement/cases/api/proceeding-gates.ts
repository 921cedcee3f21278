import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import type { Actor } from "../../../../shared/decider/index.ts";
import { type Route, readById } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { caseHouse } from "../../common/api/roles.ts";
import { penaltyCase } from "../domain/case/decider.ts";
import { isOfTheHouse } from "../domain/case/visibility.ts";
import { proceeding } from "../domain/proceeding/decider.ts";
import { gatesOf } from "../domain/proceeding/gates.ts";
import { proceedingId } from "../domain/proceeding/said.ts";
import { groundFacts, groundsOf } from "./proceeding-facts.ts";
import { gateView, proceedingStatuses } from "./proceeding-schema.ts";

const gatesOfParty = z.object({
  party: z.string(),
  proceeding: z.string(),
  status: z.enum([...proceedingStatuses, "not-begun"]),
  gates: z.array(gateView),
});

/** The steps before a decision on one party; none where it is decided. */
async function gatesFor(id: string, party: string, actor: Actor, runtime: Runtime) {
  const own = await runtime.store.load(proceeding, id);
  if (own === undefined) return [{ party, proceeding: id, status: "not-begun" as const, gates: [] }];
  const { state } = own;
  if (state.status !== "open" && state.status !== "noticed")
    return [{ party, proceeding: id, status: state.status, gates: [] }];
  const grounds = groundsOf(await runtime.store.facts(await groundFacts({ id, actor, runtime })));
  const { calendar, town } = runtime;
  const gates = gatesOf(state, grounds, { today: todayIn(runtime.clock()), calendar, town });
  return [{ party, proceeding: id, status: state.status, gates: gates.map((gate) => ({ ...gate })) }];
}

/** CF-38 to CF-58: what is done and what is missing before each party of a case is decided, each with its article. */
export const gatesRoute: Route = readById("GET /enforcement/cases/{id}/gates", {
  summary: {
    zh: "决定前的法定步骤：已完成和缺少的，逐名当事人列出",
    en: "The steps before a decision, done and missing, for each party",
  },
  allow: caseHouse,
  of: penaltyCase,
  returns: z.object({ id: z.string(), version: z.int(), parties: z.array(gatesOfParty) }),
  mayRead: ({ state }, actor, { town, clock }) =>
    actor !== undefined && isOfTheHouse(state, actor, { town, today: todayIn(clock()) }),
  view: async ({ id, version, state }, { actor, runtime }) => {
    const all = state.parties.map(({ id: party }) =>
      actor === undefined ? [] : gatesFor(proceedingId(id, party), party, actor, runtime),
    );
    return { id, version, parties: (await Promise.all(all)).flat() };
  },
});

import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { lawCited } from "../../../../shared/contracts/powers.ts";
import { list, problem, type Route, read } from "../../../../shared/http/index.ts";
import { dayOf, text } from "../../common/api/schemas.ts";
import { lawsFor, repealedFor } from "../domain/basis.ts";
import { power } from "../domain/decider.ts";
import { entryOn } from "../domain/entry.ts";

const day = z.iso.date();
const readers = [
  "county",
  "leader",
  "legal-reviewer",
  "approver",
  "squad-leader",
  "officer",
  "supervisor",
  "ops",
] as const;

/** CF-T2: what must be based on another law, and which law an act of a day comes under. */
export const basisRoutes: readonly Route[] = [
  list("GET /powers/repealed-bases", {
    summary: { zh: "法律依据已废止、须重新确定依据的职权", en: "Powers still listed under a law that is repealed" },
    allow: readers,
    of: power,
    query: { on: day.optional() },
    sorts: ["code"],
    returns: z.object({ code: z.string(), name: text, laws: z.array(lawCited).readonly() }),
    find: () => ({ index: "byCode", partition: "powers" }),
    keep: ({ state }, { query, runtime }) =>
      repealedFor(state, dayOf(query.on, todayIn(runtime.clock())).toString()).length > 0,
    view: ({ state }, { query, runtime }) => {
      const on = dayOf(query.on, todayIn(runtime.clock()));
      return { code: state.code, name: entryOn(state, on).name, laws: repealedFor(state, on.toString()) };
    },
  }),
  read("GET /powers/items/{id}/laws", {
    summary: { zh: "行为发生之日适用的法律", en: "The laws an act of that day comes under" },
    allow: readers,
    query: z.strictObject({ on: day }),
    returns: z.object({ on: day, laws: z.array(lawCited).readonly() }),
    async run({ params, query: { on } }, { store }) {
      const loaded = await store.load(power, params.id ?? "");
      return loaded === undefined ? problem(404, "resource.not-found") : { on, laws: lawsFor(loaded.state, on) };
    },
  }),
];

import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { type Actor, present } from "../../../../shared/decider/index.ts";
import { problem, type Route, read } from "../../../../shared/http/index.ts";
import { maskedText } from "../../../../shared/identity-codes/index.ts";
import { everythingIn, type Loaded } from "../../../../shared/store/index.ts";
import { titled } from "../../../../shared/text/index.ts";
import { openPartition } from "../../events/domain/decider.ts";
import { eventStatuses, type GridEvent } from "../../events/domain/event.ts";
import { eventMoves } from "../../events/domain/moves.ts";
import { isReporter, verifierFault } from "../../events/domain/who.ts";
import { offlineEntry, ownersEntries } from "../../offline/domain/decider.ts";
import { gridsOf, offlineVerbs } from "../../offline/index.ts";
import { workerSectionOf, workerSections } from "../domain/section.ts";
import { mattersIn } from "./open-matters.ts";

/** So many matters go with a worker where there is no network. */
const mostCarried = 50;

const carried = z.object({
  ...{ id: z.string(), version: z.int(), number: z.string(), status: z.enum(eventStatuses) },
  section: titled(z.enum(workerSections), { zh: "待办类别", en: "What is to be done" }),
  ...{ category: z.string(), urgency: z.string(), grid: z.string().optional() },
  due: z.iso.datetime().optional(),
  late: z.boolean(),
  /** What was said: there is no network to read it with. */
  text: z.string(),
  address: z.string(),
  place: z.object({ lng: z.number(), lat: z.number() }).optional(),
  /** Steps that can be written without a network. */
  does: z.array(z.string()),
});

const offlineSteps: ReadonlySet<string> = new Set(offlineVerbs);

/** A reporter alone takes his report back or rates it; who handled a matter does not verify it. */
function doesHimself(verb: string, state: GridEvent, actor: Actor): boolean {
  if (verb === "withdraw" || verb === "rate") return isReporter(state, actor);
  return (verb !== "close" && verb !== "rework") || verifierFault(state, actor) === undefined;
}

/** He looks after its grid, so he sees the place; who reported stands nowhere. */
function viewCarried({ id, version, state }: Loaded<GridEvent>, actor: Actor) {
  const steps = Object.keys(eventMoves[state.status]).filter((verb) => offlineSteps.has(verb));
  const { number, status, category, urgency, where, term, late } = state;
  return {
    ...{ id, version, number: number.text.zh, status, section: workerSectionOf(state), category, urgency, late },
    ...{
      text: maskedText(state.text),
      address: maskedText(where.address),
      does: steps.filter((verb) => doesHimself(verb, state, actor)),
    },
    ...present({ grid: where.grid, due: term?.due ?? undefined, place: where.measured?.place }),
  };
}

const count = z.int().nonnegative();

/** What a worker finds in his grids today, and what he takes along where there is no network (G2). */
export const workerBoard: Route = read("GET /grid-events/boards/worker", {
  summary: {
    zh: "网格员看板：本人网格的在办事件、离线随身清单、未成功的离线条目",
    en: "A worker's board: what is open in his grids, what to take along offline, entries that wait or were refused",
  },
  allow: ["grid-worker"],
  returns: z.object({
    today: titled(z.iso.date(), { zh: "今天", en: "Today" }),
    grids: z.array(z.string()),
    open: titled(z.object({ toAccept: count, inHand: count, toVerify: count, elsewhere: count }), {
      zh: "在办件数",
      en: "Open matters",
    }),
    late: titled(count, { zh: "逾期件数", en: "Late" }),
    complete: titled(z.boolean(), { zh: "是否列全", en: "Whether nothing was left out" }),
    shortlist: titled(z.array(carried), { zh: "离线随身清单", en: "To take along" }),
    entries: titled(z.object({ waiting: count, refused: count }), { zh: "离线条目", en: "Entries written offline" }),
  }),
  async run({ actor }, runtime) {
    if (actor === undefined) return problem(401, "auth.missing");
    const { sub } = actor;
    const grids = await gridsOf(runtime, sub);
    const lists = grids.map((grid) => ({ index: "byOpen", partition: openPartition(grid) }));
    const { items, complete } = await mattersIn(lists, runtime);
    const rows = items.map((one) => viewCarried(one, actor));
    const having = (section: (typeof workerSections)[number]) => rows.filter((one) => one.section === section).length;
    const [waiting, refused] = await Promise.all(
      (["waiting", "refused"] as const).map((status) =>
        everythingIn(runtime.store, offlineEntry, { index: "byStatus", partition: ownersEntries(sub, status) }),
      ),
    );
    return {
      ...{ today: todayIn(runtime.clock()).toString(), grids: [...grids], complete },
      open: {
        ...{ toAccept: having("toAccept"), inHand: having("inHand") },
        ...{ toVerify: having("toVerify"), elsewhere: having("elsewhere") },
      },
      late: rows.filter((one) => one.late).length,
      // What he can do something with goes along, the most pressing first.
      shortlist: rows.filter(({ section }) => section !== "elsewhere").slice(0, mostCarried),
      entries: { waiting: waiting?.length ?? 0, refused: refused?.length ?? 0 },
    };
  },
});

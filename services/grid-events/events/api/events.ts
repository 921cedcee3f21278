import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { type Actor, present } from "../../../../shared/decider/index.ts";
import { create, hasRole, list, type Route, resource, severalOf, type Viewing } from "../../../../shared/http/index.ts";
import { phone } from "../../../../shared/parties/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { type Loaded, member } from "../../../../shared/store/index.ts";
import { lineOf, personOrBodyName, textOf } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { bearsNumber, numberPartition } from "../../common/domain/numbered.ts";
import { datums } from "../../grids/domain/datum.ts";
import { asksForPermits, permitsNear } from "../../permits-here/index.ts";
import { gridEvent, samplePartition } from "../domain/decider.ts";
import { eventStatuses, type GridEvent, type Reporter } from "../domain/event.ts";
import { levels } from "../domain/levels.ts";
import type { EventCommand } from "../domain/messages.ts";
import { eventMoves } from "../domain/moves.ts";
import { eventStepUntil } from "../domain/passing.ts";
import { isSensitive } from "../domain/releasing.ts";
import { reportSource } from "../domain/report-source.ts";
import { traceOf } from "../domain/similar.ts";
import { doerPartition, isDispatcher, isReporter } from "../domain/who.ts";
import { mappedAt } from "../mapped-at.ts";
import { mattersLike, type SimilarMatter } from "../similar-to.ts";
import { isOnDuty } from "./on-duty.ts";
import { limitedPerDay } from "./too-many.ts";
import { eventRow, eventView, type Sight, viewEvent, viewEventRow } from "./views.ts";

/** Who works on every matter of the grid, or looks at all of them. */
export const gridHouse = ["grid-worker", "dispatcher", "leader", "supervisor"] as const satisfies readonly Role[];
/** Who handles matters in the units. */
export const unitRoles = ["clerk", "officer", "squad-leader", "approver"] as const satisfies readonly Role[];

/** A unit sees what was dispatched to it or to him, as long as it is his or was. */
const isOfTheUnit = ({ assignments, called }: GridEvent, { sub, office }: Pick<Actor, "sub" | "office">): boolean =>
  called.some(({ unit }) => unit === office) ||
  assignments.some(({ unit, person, ended }) =>
    ended?.how === "withdrawn" ? false : person === undefined ? unit === office : person === sub,
  );

/** Who oversees or works on it sees units and persons; a reporter does not, also if he works in the house. */
export async function sightOf(loaded: Loaded<GridEvent>, { actor, runtime }: Viewing): Promise<Sight> {
  if (actor === undefined) return { inside: false, point: false };
  const { state } = loaded;
  const handles = hasRole(actor, unitRoles) && isOfTheUnit(state, actor);
  const inside = hasRole(actor, gridHouse) || handles;
  const own = isReporter(state, actor);
  if (!isSensitive(state, runtime.town)) return { inside, point: true, own };
  const point = handles || isDispatcher(actor) || own || (await isOnDuty(loaded, actor, runtime));
  return { inside, point, own };
}
const shown = async (loaded: Loaded<GridEvent>, viewing: Viewing) => viewEvent(loaded, await sightOf(loaded, viewing));

export const events = resource({
  of: gridEvent,
  at: "/grid-events/events",
  staff: gridHouse,
  own: ({ state }, actor) =>
    (hasRole(actor, ["resident"]) && isReporter(state, actor)) ||
    (hasRole(actor, unitRoles) && isOfTheUnit(state, actor)),
  moves: eventMoves,
  statusOf: ({ status }) => status,
  returns: eventView,
  view: shown,
  // Who works on it or oversees it sees what is next, and for whom.
  tellsSteps: (_loaded, { actor }) => hasRole(actor, gridHouse),
  stepUntil: eventStepUntil,
});

export const code = lineOf(60);
export const sha = z.string().regex(/^[0-9a-f]{64}$/);
export const position = z.strictObject({ lng: z.number().min(-180).max(180), lat: z.number().min(-180).max(180) });
/** Where it is: measured, or an address alone. */
export const located = {
  place: position.exactOptional(),
  datum: z.enum(datums).default("WGS-84"),
  accuracy: z.number().min(0).max(10_000).exactOptional(),
  address: lineOf(200),
};
type Located = z.output<z.ZodObject<typeof located>>;

/** Where it is, for a command. */
export const locating = ({ place, datum, accuracy, address }: Located) => ({
  ...{ address, datum },
  ...present({ given: place, accuracy }),
});

/** What it is. */
export const said = {
  category: code,
  urgency: code,
  text: textOf(2_000, 2),
  pictures: z.array(sha).max(9).default([]),
  /** G-5: what stands on the lamp or the cover. */
  component: z
    .string()
    .regex(/^\d{16}$/)
    .exactOptional(),
};

/** What a dispatcher hears from elsewhere. */
const heard = ["hotline", "patrol", "police", "resident"] as const;

/** A report as a body of a request. */
export const eventBody = z.strictObject({ ...located, ...said });

const dayOf = ({ clock }: Pick<Runtime, "clock">): string => todayIn(clock()).toString();
/** Who has no role but that of a resident. */
const isCounted = (roles: readonly Role[]): boolean => roles.every((role) => role === "resident");

const reporterOf = (
  actor: Actor,
  {
    from,
    caller,
  }: { readonly from?: (typeof heard)[number]; readonly caller?: { readonly name: string; readonly phone: string } },
): Reporter => {
  if (hasRole(actor, ["dispatcher"])) return { kind: from ?? "hotline", ...caller };
  return { kind: hasRole(actor, ["grid-worker"]) ? "worker" : "resident", owner: actor.sub };
};

const byTheReporter = /\.(?:reported|withdrawn|rated|joined|picture-received)$/;
/** While it waits or is dealt with, others may be the same. */
const isHandled = ({ status }: GridEvent): boolean => !over.has(status);
const over: ReadonlySet<GridEvent["status"]> = new Set(["closed", "rated", "rejected", "withdrawn", "merged"]);

const viewSimilar = ({ hint: { shares, metres }, loaded: { id, state } }: SimilarMatter) => ({
  ...{ id, number: state.number.text.zh, status: state.status, shares },
  ...present({ metres }),
});

/** E6: whether a permit answers it; undefined: none could. */
async function permitsOf({ category, where }: GridEvent, runtime: Runtime) {
  const place = where.measured?.place;
  if (place === undefined || !asksForPermits(category, runtime)) return undefined;
  return (await permitsNear(category, place, runtime)).map((one) => ({ ...one, name: { ...one.name } }));
}

/** Matters of the grid (G2): reported, listed, read. */
export const eventRoutes: readonly Route[] = [
  limitedPerDay(
    create("POST /grid-events/events", {
      summary: {
        zh: "上报事件（群众、网格员本人上报；热线、巡查、公安来件由指挥人员登记）",
        en: "Report a matter; a dispatcher records what the hotline, a patrol or the police told",
      },
      allow: ["resident", "grid-worker", "dispatcher"],
      of: gridEvent,
      id: ({ unique }) => unique,
      body: z.strictObject({
        ...located,
        ...said,
        from: z.enum(heard).exactOptional(),
        caller: z.strictObject({ name: personOrBodyName, phone }).exactOptional(),
      }),
      learn: async ({ body: { place, datum, accuracy }, actor, runtime }) => ({
        mapped: place === undefined ? undefined : await mappedAt(runtime, { place, datum, accuracy }),
        actor,
      }),
      run: ({ body, learnt }): EventCommand => ({
        type: "report",
        ...locating(body),
        ...{ category: body.category, urgency: body.urgency, text: body.text, pictures: body.pictures },
        ...present({ component: body.component }),
        mapped: learnt?.mapped,
        reporter: learnt === undefined ? { kind: "resident" } : reporterOf(learnt.actor, body),
      }),
      // A resident has his number of a day; who works for the town reports what he finds.
      others: {
        members: ({ actor, runtime }) => ({
          source: isCounted(actor.roles)
            ? [
                member(reportSource, `${runtime.keyed("report-source", actor.sub)}-${dayOf(runtime)}`, {
                  expects: "either",
                }),
              ]
            : [],
        }),
        commands: ({ actor }) => ({
          source: isCounted(actor.roles) ? [{ type: "count" as const, as: "resident" as const }] : [],
        }),
      },
      returns: events.returns,
      view: events.view,
    }),
  ),
  list("GET /grid-events/events", {
    summary: {
      zh: "事件列表：按编号、状态、网格（none为无网格）或者承办单位；群众只见本人的，单位只见派给本单位的",
      en: "Matters by number, status, grid (none: without one) or unit; a resident sees his own, a unit what it was sent",
    },
    allow: ["resident", ...gridHouse, ...unitRoles],
    of: gridEvent,
    query: {
      status: severalOf(eventStatuses).optional(),
      grid: lineOf(20).optional(),
      unit: lineOf(60).optional(),
      level: z.enum(levels).optional(),
      sample: z.literal("true").optional(),
      number: lineOf(60).optional(),
    },
    sparse: true,
    sorts: ["reportedAt"],
    returns: eventRow,
    find: ({ query: { status, grid, unit, level, sample, number }, actor }) => {
      if (number !== undefined) return { index: "byNumber", partition: numberPartition("event", number) };
      if (hasRole(actor, gridHouse)) {
        if (grid !== undefined) return { index: "byGrid", partition: `event:${grid}` };
        if (sample !== undefined) return { index: "byLevel", partition: samplePartition };
        if (level !== undefined) return { index: "byLevel", partition: `event:${level}` };
        if (unit !== undefined) return { index: "byCode", partition: `event:${unit}` };
        return (status ?? ["reported"]).map((one) => ({ index: "byStatus", partition: `event:${one}` }));
      }
      return hasRole(actor, unitRoles)
        ? [
            ...(actor?.office === undefined
              ? []
              : [{ index: "byDoer", partition: doerPartition({ unit: actor.office }) }]),
            { index: "byDoer", partition: doerPartition({ unit: "", person: actor?.sub ?? "" }) },
          ]
        : { index: "byOwner", partition: `event:${actor?.sub ?? ""}`, descending: true };
    },
    keep: ({ state }, { query, actor }) =>
      bearsNumber(state.number, query.number) &&
      query.status?.includes(state.status) !== false &&
      (query.level === undefined || state.level === query.level) &&
      (query.unit === undefined || state.assignments.some(({ unit }) => unit === query.unit)) &&
      (hasRole(actor, gridHouse) ||
        (actor !== undefined &&
          (isReporter(state, actor) || (hasRole(actor, unitRoles) && isOfTheUnit(state, actor))))),
    view: (loaded) => viewEventRow(loaded),
  }),
  events.read({ zh: "一件事件", en: "One matter" }, ["resident", ...gridHouse, ...unitRoles], {
    view: async (loaded, viewing) => {
      const view = await shown(loaded, viewing);
      if (!hasRole(viewing.actor, gridHouse) || !isHandled(loaded.state)) return view;
      const [similar, permits] = await Promise.all([
        mattersLike(traceOf(loaded.id, loaded.state), viewing.runtime, loaded.state.others),
        // Where he does not see the place, permits nearby would tell it.
        view.place === undefined ? undefined : permitsOf(loaded.state, viewing.runtime),
      ]);
      return { ...view, similar: similar.map(viewSimilar), ...present({ permits }) };
    },
  }),
  events.history(
    { zh: "事件的全过程（不含上报人）", en: "All that happened to a matter; never who reported" },
    gridHouse,
    // P-1: the envelope of these events would say who reported or joined.
    (event, { state }) =>
      byTheReporter.test(event.type) || event.actor === state.reporter.owner ? { ...event, actor: "" } : event,
  ),
];

import * as z from "zod";
import { limitSchema, todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { rowOf, type Viewing } from "../../../../shared/http/index.ts";
import { officialNumber } from "../../../../shared/papers/official-number-schema.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import {
  type Building,
  buildingEndings,
  buildingPauseGrounds,
  buildingStatuses,
  buildingWays,
  enforcementMeans,
  type ServedPaper,
} from "../domain/building.ts";
import { viewCosts } from "../domain/costs-paid.ts";
import { courtDays } from "../domain/court.ts";
import { afterPeriods, periodsAreOver, remedyPeriods } from "../domain/periods.ts";
import { costsView } from "./costs-view.ts";

const date = z.iso.date();
const instant = z.iso.datetime();
const paper = z.object({ number: officialNumber, issuedOn: date, servedOn: date.optional() });

export const buildingView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(buildingStatuses),
  way: z.enum(buildingWays),
  case: z.string(),
  proceeding: z.string(),
  act: z.string(),
  code: z.string(),
  recordedOn: date,
  home: z.boolean(),
  stage: z.enum(["under-construction", "finished"]),
  areaSquareMetres: z.number(),
  description: z.string(),
  place: z.object({ lng: z.number(), lat: z.number() }),
  address: z.string(),
  stopOrder: paper.optional(),
  correctionOrder: paper.extend({ by: date }).optional(),
  unmetOn: date.optional(),
  demolitionOrder: z.object({ number: z.string(), servedOn: date, by: date }).optional(),
  demand: paper
    .extend({ term: limitSchema.optional(), opinionOn: date.optional(), heardOn: date.optional() })
    .optional(),
  enforcementDecision: paper.extend({ means: z.array(z.enum(enforcementMeans)), estimateFen: z.int() }).optional(),
  demolitionNotice: z.object({ number: officialNumber, on: date, by: date }).optional(),
  /** QZ-44: the periods of review and suit, whether they are over, and the first day after them. */
  remedyPeriods: z
    .object({ limits: z.array(limitSchema), over: z.boolean(), firstDayAfter: date.optional() })
    .optional(),
  remedies: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(["review", "suit"]),
      filedOn: date,
      endedOn: date.optional(),
      effect: z.enum(["upheld", "withdrawn", "revoked"]).optional(),
    }),
  ),
  agreement: z.object({ on: date, lastDay: date }).optional(),
  things: z.array(
    z.object({
      id: z.string(),
      description: z.string(),
      quantity: z.string(),
      returnedOn: date.optional(),
      returned: z.enum(["handed-back", "deposited"]).optional(),
    }),
  ),
  urgentOn: date.optional(),
  work: z.array(z.object({ from: instant, until: instant, to: instant.optional(), urgent: z.boolean() })),
  demolishedOn: date.optional(),
  costs: costsView.optional(),
  /** QZ-44b: the days in which the court can be asked, by the land law. */
  courtEnforcement: z
    .object({
      latest: date.optional(),
      number: officialNumber.optional(),
      appliedOn: date.optional(),
      acceptedOn: date.optional(),
      ruledOn: date.optional(),
    })
    .optional(),
  pauseGround: z.enum(buildingPauseGrounds).optional(),
  endedOn: date.optional(),
  ending: z.enum(buildingEndings).optional(),
  /** No law gives a compensation for an illegal building. */
  compensation: z.object({ owed: z.literal(false), article: z.string() }),
  restitutionDueOn: date.optional(),
});

const viewPaper = ({ number, issuedOn, servedOn }: ServedPaper) => ({ number, issuedOn, ...present({ servedOn }) });

/** An illegal building, as the house and the party see it. */
export function viewBuilding({ id, version, state }: Loaded<Building>, { runtime }: Pick<Viewing, "runtime">) {
  const { status, way, case: of, proceeding, act, code, recordedOn, home, stage, areaSquareMetres } = state;
  const { description, place, address, unmetOn, agreement, work, demolishedOn, claim, pause, ending } = state;
  return {
    ...{ id, version, status, way, case: of, proceeding, act, code, recordedOn, home, stage, areaSquareMetres },
    ...{ description, place: { ...place }, address },
    ...viewPapers(state),
    ...viewPeriods(state, runtime),
    remedies: state.remedies.map((one) => ({ ...one })),
    things: (state.things?.things ?? []).map(({ id: ref, description: what, quantity, returned }) => ({
      ...{ id: ref, description: what, quantity },
      ...present({ returnedOn: returned?.on, returned: returned?.how }),
    })),
    work: work.map(({ from, until, to, urgent }) => ({ from, until, urgent, ...present({ to }) })),
    ...(agreement === undefined ? {} : { agreement: { ...agreement } }),
    ...(claim === undefined ? {} : { costs: viewCosts(claim) }),
    ...present({ unmetOn, urgentOn: state.urgency?.on, demolishedOn, pauseGround: pause?.ground }),
    ...present({ endedOn: ending?.on, ending: ending?.how, restitutionDueOn: state.restitutionDueOn }),
    compensation: { owed: false as const, article: "国有土地上房屋征收与补偿条例24" },
  };
}

function viewPapers({ stopOrder, order, decision, demand, enforcement, notice }: Building) {
  return {
    ...(stopOrder === undefined ? {} : { stopOrder: viewPaper(stopOrder) }),
    ...(order === undefined ? {} : { correctionOrder: { ...viewPaper(order), by: order.by } }),
    ...(decision === undefined
      ? {}
      : { demolitionOrder: { number: decision.number, servedOn: decision.servedOn, by: decision.by } }),
    ...(demand === undefined
      ? {}
      : {
          demand: {
            ...viewPaper(demand),
            ...present({ term: demand.term, opinionOn: demand.opinion?.on, heardOn: demand.opinion?.heard?.on }),
          },
        }),
    ...(enforcement === undefined
      ? {}
      : {
          enforcementDecision: {
            ...viewPaper(enforcement),
            ...{ means: [...enforcement.means], estimateFen: enforcement.estimateFen },
          },
        }),
    ...(notice === undefined ? {} : { demolitionNotice: { ...notice } }),
  };
}

function viewPeriods(state: Building, { calendar, town, clock }: Viewing["runtime"]) {
  if (state.decision === undefined) return {};
  const known = { calendar, town, today: todayIn(clock()) };
  if (state.way === "land") {
    const { court } = state;
    const latest = courtDays(state, known)?.latest.due ?? undefined;
    const { number, appliedOn, acceptedOn, ruledOn } = court ?? {};
    return { courtEnforcement: present({ latest, number, appliedOn, acceptedOn, ruledOn }) };
  }
  const { limits } = remedyPeriods(state, known);
  return {
    remedyPeriods: {
      limits: [...limits],
      over: periodsAreOver(state, known),
      ...present({ firstDayAfter: afterPeriods(state, known) }),
    },
  };
}

/** A building in a list. */
export const buildingRow = buildingView.pick({
  id: true,
  version: true,
  status: true,
  way: true,
  case: true,
  proceeding: true,
  code: true,
  recordedOn: true,
  stage: true,
  endedOn: true,
});
export const viewBuildingRow = rowOf(buildingRow, viewBuilding);

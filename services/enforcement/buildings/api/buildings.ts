import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import type { Actor } from "../../../../shared/decider/index.ts";
import { fileDigest } from "../../../../shared/files/digest.ts";
import { create, list, type Route, resource, severalOf } from "../../../../shared/http/index.ts";
import { powerOfCase } from "../../../../shared/powers-in-force/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { type Facts, factReference } from "../../../../shared/store/index.ts";
import { lineOf, textOf } from "../../../../shared/text/index.ts";
import { runningCase, runningCaseId } from "../../cases/domain/running-case.ts";
import {
  caseRegister,
  isOfTheProceeding,
  isTheParty,
  knownFacts,
  knownOf,
  penaltyCase,
  placeOf,
  proceeding,
} from "../../cases/index.ts";
import { caseHouse, caseOfficers } from "../../common/api/roles.ts";
import { knownPower } from "../../common/domain/known-power.ts";
import { buildingStatuses } from "../domain/building.ts";
import { building } from "../domain/decider.ts";
import type { BuildingKnown } from "../domain/messages.ts";
import { buildingMoves } from "../domain/moves.ts";
import { buildingRow, buildingView, viewBuilding, viewBuildingRow } from "./building-view.ts";

export const files = z.array(fileDigest).max(50);
export const words = textOf(2_000, 2);
export const person = lineOf(100);

export const isKnown = (handlers: readonly string[], actor: Actor, { town, clock }: Runtime) =>
  isOfTheProceeding({ handlers }, actor, { town, today: todayIn(clock()) });

/** Who deals with the case, and the party, know of a building. */
export const buildings = resource({
  of: building,
  at: "/enforcement/buildings",
  staff: [],
  own: async ({ state }, actor, runtime) => {
    if (isKnown(state.handlers, actor, runtime)) return true;
    const of = (await runtime.store.load(proceeding, state.proceeding))?.state;
    return of !== undefined && isTheParty(of, actor);
  },
  moves: buildingMoves,
  statusOf: ({ status }) => status,
  returns: buildingView,
  view: viewBuilding,
  links: ({ state }) => [caseRegister.link("case", { zh: "案件", en: "Case" }, state.case)],
});

interface Asking {
  readonly id: string;
  readonly actor: Actor;
  readonly runtime: Runtime;
}

/** One act of one party is one building. No dot: what stands before one does not tell two ids apart. */
const buildingIdOf = (of: string, act: string) => `${of}:${act}`;
const proceedingOf = (id: string) => id.slice(0, Math.max(id.lastIndexOf(":"), 0));

/** What a step of the town reads besides: the case, certificates, the proceeding, and the power as it counts for the case. */
export async function factsFor({ actor, runtime }: Asking, of: string, code: string) {
  return {
    ...(await knownFacts({ id: of, actor, runtime })),
    proceeding: factReference(proceeding, of),
    power: factReference(knownPower, code),
    settled: factReference(runningCase, runningCaseId(placeOf(of).caseId, code)),
  };
}
type BuildingFacts = Facts<Awaited<ReturnType<typeof factsFor>>>;

export async function buildingFacts(asking: Asking) {
  const state = (await asking.runtime.store.load(building, asking.id))?.state;
  return factsFor(asking, state?.proceeding ?? proceedingOf(asking.id), state?.code ?? "");
}

export const buildingKnown = (facts: BuildingFacts): BuildingKnown => ({
  ...knownOf(facts),
  proceeding: facts.proceeding,
  power: powerOfCase(facts.power, facts.settled),
});

/** Illegal buildings (E9). */
export const buildingRoutes: readonly Route[] = [
  create("POST /enforcement/buildings", {
    summary: {
      zh: "登记违法建筑（两名执法人员，由另一人签字）",
      en: "Record an illegal building, two officers; the other one signs",
    },
    allow: caseOfficers,
    of: building,
    body: z.strictObject({
      proceeding: lineOf(80),
      act: z.string().regex(/^A\d{1,3}$/),
      with: person,
      description: words,
      address: lineOf(200, 2),
      home: z.boolean(),
      stage: z.enum(["under-construction", "finished"]),
      areaSquareMetres: z.number().min(0).max(1_000_000),
      files,
    }),
    returns: buildings.returns,
    id: ({ body }) => buildingIdOf(body.proceeding, body.act),
    facts: async ({ id, body, actor, runtime }) => {
      const { caseId } = placeOf(body.proceeding);
      const acts = (await runtime.store.load(penaltyCase, caseId))?.state.acts ?? [];
      const code = acts.find((one) => one.id === body.act)?.code ?? "";
      return factsFor({ id, actor, runtime }, body.proceeding, code);
    },
    run: ({ body: { proceeding: proceedingId, ...body }, facts }) => ({
      type: "record" as const,
      ...body,
      proceedingId,
      ...buildingKnown(facts),
    }),
    view: buildings.view,
  }),
  list("GET /enforcement/buildings", {
    summary: { zh: "违法建筑：按状态或者案件", en: "Illegal buildings by status or case" },
    allow: caseHouse,
    of: building,
    query: { status: severalOf(buildingStatuses).optional(), case: lineOf(120).optional() },
    sorts: ["recordedOn"],
    returns: buildingRow,
    find: ({ query }) => {
      if (query.case !== undefined) return { index: "byCase", partition: `building:${query.case}`, unsorted: true };
      const asked = query.status ?? buildingStatuses.filter((status) => status !== "ended");
      return asked.map((status) => ({ index: "byStatus", partition: `building:${status}` }));
    },
    keep: ({ state }, { query, actor, runtime }) =>
      actor !== undefined && isKnown(state.handlers, actor, runtime) && query.status?.includes(state.status) !== false,
    view: viewBuildingRow,
  }),
  buildings.read({ zh: "一处违法建筑", en: "One illegal building" }, [...caseHouse, "resident"]),
  buildings.history({ zh: "违法建筑处理的经过", en: "All that happened to a building" }, caseHouse),
];

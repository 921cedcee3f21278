import { describe, expect, test } from "vitest";
import * as z from "zod";
import { services } from "../../infra/services.ts";
import { evaluations } from "../../services/powers/evaluations/index.ts";
import { townProfile } from "../../shared/town/profile.ts";
import { brokenIn, findingsIn, type Told } from "../support/fine-firewall.ts";

/** Numbers in an appraisal that are not of enforcement, each with its reason. */
const permitsAlone = "applications for permits; the test below holds that no case of enforcement is counted with them";
const rightly: Readonly<Record<string, string>> = {
  "GET /grid-events/boards/leader grids.filed":
    "matters of the grid that were taken on (G-9), never a case of enforcement",
  "GET /powers/evaluations/{id} figures.cases": permitsAlone,
  "POST /powers/evaluations/{id}/decide figures.cases": permitsAlone,
  "POST /powers/evaluations/{id}/train figures.cases": permitsAlone,
  "profile powerPractice.evaluation.fewestCases": permitsAlone,
};

const enforcement = services.find(({ name }) => name === "enforcement") ?? services[0];
const powers = services.find(({ name }) => name === "powers") ?? services[0];
if (enforcement === undefined || powers === undefined) throw new Error("no services");

/** The service with one more number somewhere. */
const withRoute = (path: string, returns: z.ZodType, more: object = {}): Told => ({
  ...enforcement,
  routes: [...enforcement.routes, { method: "GET", path, returns, ...more }],
});
const withField = (service: Told, name: string, more: z.ZodRawShape): Told => ({
  ...service,
  routes: service.routes.map((route) =>
    `${route.method} ${route.path}` === name && route.returns instanceof z.ZodObject
      ? { ...route, returns: z.object({ ...route.returns.shape, ...more }) }
      : route,
  ),
});
const withEvent = (type: string, schema: z.ZodType): Told => ({ ...enforcement, publishes: { [type]: schema } });
const ofProfile = () => findingsIn("profile", "town", townProfile);
const broken = (service: Told) => brokenIn(service).filter(({ at }) => !Object.hasOwn(rightly, at));

describe("CF-74, IN-8, F-8: no fine, case or inspection is counted where somebody is judged or rewarded by it", () => {
  test.each(services.map((service) => [service.name, service] as const))(
    "%s: every event, view, body and query",
    (_name, service) => {
      expect(broken(service)).toEqual([]);
    },
  );
  test("the town's profile sets no target", () => {
    expect(ofProfile().filter(({ at }) => !Object.hasOwn(rightly, at))).toEqual([]);
  });
  test("each exception is still there", () => {
    const found = new Set([...services.flatMap(brokenIn), ...ofProfile()].map(({ at }) => at));
    expect(Object.keys(rightly).filter((at) => !found.has(at))).toEqual([]);
  });
  test("the yearly evaluation of powers hears nothing from enforcement, and of no inspection", () => {
    const heard = evaluations.subscriptions.map(({ type }) => type);
    expect(heard.length).toBeGreaterThan(5);
    expect(heard.filter((type) => type.startsWith("enforcement.") || type.includes("inspection"))).toEqual([]);
  });
});

describe("a field that breaks it is found", () => {
  const count = z.int();
  const planted: Readonly<Record<string, Told>> = {
    "fines in the evaluation of a power": withField(powers, "GET /powers/evaluations/{id}", { fineFen: count }),
    "inspections among its figures": withField(powers, "GET /powers/evaluations/{id}", {
      more: z.object({ inspections: count }),
    }),
    "penalties in an event of an appraisal": withEvent("enforcement.appraisal.closed", z.object({ penalties: count })),
    "a target of cases": withRoute("/enforcement/plans", z.object({ target: z.object({ cases: count }) })),
    "a quota of inspections": withRoute("/enforcement/plans", z.object({ inspectionQuota: count })),
    "a ranking of squads": withRoute(
      "/enforcement/rankings",
      z.object({ items: z.array(z.object({ id: z.string(), filed: count })) }),
    ),
    "cases of each officer": withRoute(
      "/enforcement/boards",
      z.object({ rows: z.array(z.object({ officer: z.string(), cases: count })) }),
    ),
    "fines of each squad": withField(enforcement, "GET /enforcement/team-board", {
      bySquad: z.array(z.object({ squad: z.string(), finesFen: count })),
    }),
    "a count under each officer's name": withRoute(
      "/enforcement/boards",
      z.object({ officers: z.record(z.string(), z.object({ casesFiled: count })) }),
    ),
    "a share of what was confiscated": withRoute("/finance/shares", z.object({ confiscatedFen: count })),
    "what is returned to the town": withRoute("/finance/transfers", z.object({ returnedFinesFen: count })),
    "a Chinese title": withRoute("/enforcement/plans", z.object({ x: count.meta({ title: "罚款指标" }) })),
    "a number that may be absent": withRoute(
      "/enforcement/scores",
      z.object({ fines: z.union([count, z.null()]).optional() }),
    ),
    "an export without a schema": withRoute("/enforcement/appraisal.csv", z.string(), {
      produces: "text/csv",
      summary: { zh: "办案考核", en: "Appraisal of cases" },
    }),
    "a body that sets it": {
      ...enforcement,
      routes: [{ method: "POST", path: "/enforcement/plans", body: z.strictObject({ caseTarget: count }) }],
    },
  };
  test.each(Object.entries(planted))("%s", (_what, service) => {
    expect(broken(service).length).toBeGreaterThan(0);
  });
  test("in the profile", () => {
    const schema = z.object({ enforcement: z.object({ targets: z.object({ penalties: count }) }) });
    expect(findingsIn("profile", "town", schema)).toHaveLength(1);
  });
});

describe("what is no appraisal is left alone", () => {
  const kept: Readonly<Record<string, Told>> = {
    "what one party owes": withRoute("/enforcement/debts", z.object({ fineFen: z.int(), surchargeFen: z.int() })),
    "what is late on a board": withRoute(
      "/enforcement/boards",
      z.object({ rows: z.array(z.object({ officer: z.string(), dueSoon: z.int(), overdue: z.int() })) }),
    ),
    "one penalty with its officers": withRoute(
      "/enforcement/records",
      z.object({ officers: z.array(z.string()), amountFen: z.int() }),
    ),
    "ratings of a window": withRoute("/permits/scores", z.object({ ratings: z.int() })),
  };
  test.each(Object.entries(kept))("%s", (_what, service) => {
    expect(broken(service)).toEqual([]);
  });
});

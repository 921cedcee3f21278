import * as z from "zod";
import type { Errand } from "./cases.ts";
import type { Caller, Town } from "./client.ts";

const application = z.object({
  id: z.string(),
  status: z.string(),
  missing: z.array(z.string()),
  pendingSteps: z.array(z.object({ kind: z.string() })).optional(),
  joint: z.object({ waiting: z.array(z.string()) }).optional(),
  missedLimits: z.array(z.string()).optional(),
});
type Application = z.infer<typeof application>;

const history = z.object({
  events: z.array(z.object({ type: z.string(), data: z.looseObject({}) })),
  chain: z.object({ intact: z.boolean() }),
});
const certificates = z.object({
  items: z.array(z.object({ id: z.string(), application: z.string() })),
  next: z.string().optional(),
});

const clerks: readonly Caller[] = [1, 2, 3].map((number) => ({
  sub: `clerk-${number}`,
  name: `窗口${number}号`,
  roles: ["clerk"],
  office: "service-centre",
}));
const issuer: Caller = { sub: "issuer-1", name: "出证岗", roles: ["issuer"], office: "service-centre" };
const reviewer = (office: string): Caller => ({
  sub: `reviewer-${office}`,
  name: "审查岗",
  roles: ["reviewer"],
  office,
});
const approver = (office: string): Caller => ({
  sub: `approver-${office}`,
  name: "审批岗",
  roles: ["approver"],
  office,
});

/** One case on its way through the hall. */
export interface Visit {
  readonly errand: Errand;
  readonly id: string;
  readonly clerk: Caller;
  /** Working days until somebody takes the next step. */
  wait: number;
  state: "to-correct" | "in-review" | "decided" | "closed";
}

const of = (id: string, verb = "") => `/permits/applications/${id}${verb}`;

/** At the counter: received, and accepted or told once what is missing. */
export async function atTheCounter(town: Town, errand: Errand, number: number): Promise<Visit> {
  const clerk = clerks[number % clerks.length] ?? issuer;
  const needed = errand.guide.materials.filter(({ required, shared }) => required && !shared).map(({ name }) => name);
  const brought = errand.incomplete ? needed.slice(1) : needed;
  const body = { itemCode: errand.guide.code, applicant: errand.applicant, materials: brought };
  const { id, missing } = await town.post("/permits/applications", body, application, clerk);
  if (missing.length > 0) {
    await town.post(of(id, "/notify-corrections"), { missing }, application, clerk);
    return { errand, id, clerk, wait: 1, state: "to-correct" };
  }
  await town.post(of(id, "/accept"), {}, application, clerk);
  return { errand, id, clerk, wait: errand.pace, state: "in-review" };
}

/** A working day in the back offices: every case whose turn it is takes its next step. */
export async function workOn(town: Town, visit: Visit): Promise<void> {
  if (visit.state === "decided" || visit.state === "closed") return;
  if (visit.wait > 0) {
    visit.wait -= 1;
    return;
  }
  if (visit.state === "to-correct") await bringTheRest(town, visit);
  else await reviewAndDecide(town, visit);
  visit.wait = visit.errand.pace;
}

async function bringTheRest(town: Town, visit: Visit): Promise<void> {
  const { missing } = await town.get(of(visit.id), application, visit.clerk);
  await town.post(of(visit.id, "/correct"), { materials: missing }, application, visit.clerk);
  await town.post(of(visit.id, "/accept"), {}, application, visit.clerk);
  visit.state = "in-review";
}

async function reviewAndDecide(town: Town, visit: Visit): Promise<void> {
  const { office } = visit.errand.guide;
  let current: Application = await town.get(of(visit.id), application, reviewer(office));
  for (const { kind } of current.pendingSteps ?? []) {
    const inspectors = kind === "survey" ? { inspectors: [`reviewer-${office}`, `inspector-${office}`] } : {};
    const offices = kind === "joint-review" ? (current.joint?.waiting ?? [office]) : [office];
    for (const one of offices)
      current = await town.post(
        of(visit.id, "/review"),
        { opinion: "agree", affectsThirdParties: false, ...inspectors },
        application,
        reviewer(one),
      );
  }
  const reasons = visit.errand.outcome === "refused" ? { reasons: "不符合法定条件" } : {};
  await town.post(
    of(visit.id, "/decide"),
    { outcome: visit.errand.outcome, ...reasons },
    application,
    approver(office),
  );
  visit.state = "decided";
  if (visit.errand.outcome === "refused") {
    await town.post(of(visit.id, "/deliver"), {}, application, visit.clerk);
    visit.state = "closed";
  }
}

/** The certificate desk hands over what is ready, of these visits only. */
export async function issueCertificates(town: Town, visits: readonly Visit[]): Promise<void> {
  const ours = new Map(visits.map((visit) => [visit.id, visit]));
  let next: string | undefined;
  do {
    const cursor: string = next === undefined ? "" : `&cursor=${encodeURIComponent(next)}`;
    const page: z.infer<typeof certificates> = await town.get(
      `/permits/certificates?status=drawn-up&limit=100${cursor}`,
      certificates,
      issuer,
    );
    for (const { id, application: of } of page.items) {
      const visit = ours.get(of);
      if (visit === undefined) continue;
      await town.post(`/permits/certificates/${id}/issue`, {}, z.looseObject({}), issuer);
      visit.state = "closed";
    }
    next = page.next;
  } while (next !== undefined);
}

/** What the records say of a visit. */
export async function storyOf(town: Town, { id, clerk }: Visit) {
  const { events, chain } = await town.get(of(id, "/history"), history, clerk);
  const find = (verb: string) => events.find(({ type }) => type === `permits.application.${verb}`);
  const decision = find("granted") ?? find("refused");
  return {
    accepted: find("accepted") !== undefined,
    corrected: find("corrected") !== undefined,
    granted: find("granted") !== undefined,
    refused: find("refused") !== undefined,
    onTime: decision?.data.onTime === true,
    workingDays: Number(decision?.data.workingDays ?? Number.NaN),
    intact: chain.intact,
  };
}

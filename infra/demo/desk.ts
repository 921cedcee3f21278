import * as z from "zod";
import type { Caller } from "./client.ts";
import { approver, clerk, deputy, issuer, reviewer } from "./people.ts";
import { broughtFor, type Case, type Week } from "./week.ts";

const limit = z.object({ due: z.string().nullable(), light: z.string().optional() });
/** Of an application what the week shows. */
export const view = z.object({
  id: z.string(),
  status: z.string(),
  office: z.string(),
  channel: z.string(),
  crossTown: z.boolean(),
  missing: z.array(z.string()),
  given: z.array(z.string()),
  receipt: z.object({ number: z.object({ text: z.object({ zh: z.string() }) }) }).optional(),
  acceptedOn: z.string().optional(),
  pendingSteps: z.array(z.object({ kind: z.string(), name: z.string() })).optional(),
  joint: z.object({ offices: z.array(z.string()), waiting: z.array(z.string()) }).optional(),
  inspection: z.object({ inspectors: z.array(z.string()).optional() }).optional(),
  limits: z.object({ statutory: limit.optional(), promised: limit }).optional(),
  missedLimits: z.array(z.string()).optional(),
  unlawfulDelay: z.boolean().optional(),
  number: z.object({ text: z.object({ zh: z.string() }) }).optional(),
  household: z.object({ stated: z.boolean() }).optional(),
  inWhoseName: z.object({ name: z.object({ zh: z.string() }) }).optional(),
  fee: z.object({ amountFen: z.number(), paid: z.object({ receipt: z.string() }).optional() }).optional(),
  to: z.string().optional(),
});
export type View = z.infer<typeof view>;

const of = (id: string, verb = "") => `/permits/applications/${id}${verb}`;

interface Filing {
  readonly by?: Caller;
  /** Without the last of what he must bring. */
  readonly incomplete?: boolean;
  readonly more?: Readonly<Record<string, unknown>>;
  readonly person?: Case["person"];
  readonly authorisation?: string;
}

/** At the counter, online or through an agent: received. */
export async function file(week: Week, code: string, how: Filing = {}): Promise<Case> {
  const { by = clerk(1), incomplete = false, more = {}, person = week.person(), authorisation } = how;
  const authorised = authorisation === undefined ? {} : { authorisation };
  const guide = week.guideOf(code);
  const needed = broughtFor(guide);
  const materials = incomplete ? needed.slice(0, -1) : needed;
  const body = { itemCode: code, applicant: person, materials, ...authorised, ...more };
  const id = await week.town.made("/permits/applications", body, by);
  const filed = { id, guide, person, filer: by, ...authorised };
  week.cases.push(filed);
  return filed;
}

export const look = ({ town }: Week, { id }: { id: string }, by: Caller = clerk(1)): Promise<View> =>
  town.get(of(id), view, by);

/** One step of a case. */
export const step = ({ town }: Week, { id }: { id: string }, verb: string, by: Caller, body: object = {}) =>
  town.post(of(id, `/${verb}`), body, view, by);

/** Accepts a case; where a household has only one of such a thing, the household is stated first. */
export async function accept(week: Week, one: Case, body: object = {}): Promise<View> {
  const { household } = await look(week, one);
  if (household?.stated === false) await stateHousehold(week, one);
  return step(week, one, "accept", clerk(1), body);
}

/** One household, one homestead: the book and its members, here the applicant alone. */
function stateHousehold(week: Week, one: Case): Promise<View> {
  const { name, idNumber } = one.person;
  const household = { book: `户${idNumber.slice(-8)}`, members: [{ name, idNumber, relation: "head", single: true }] };
  return step(week, one, "state-household", clerk(1), { household });
}

export async function filedAndAccepted(week: Week, code: string, how: Filing = {}): Promise<Case> {
  const one = await file(week, code, how);
  await accept(week, one);
  return one;
}

/** Every step up to the decision, each by whom it belongs to; how many opinions were given. */
export async function examine(week: Week, one: { id: string; guide: { office: string } }): Promise<number> {
  const { office } = one.guide;
  let current = await look(week, one);
  let opinions = 0;
  const inspectors = [`reviewer-${office}`, `deputy-${office}`];
  if (current.inspection !== undefined && current.inspection.inspectors === undefined)
    current = await step(week, one, "assign-inspectors", reviewer(office), { inspectors });
  for (const { kind } of current.pendingSteps ?? []) {
    const offices = kind === "joint-review" ? (current.joint?.waiting ?? [office]) : [office];
    for (const from of offices) {
      const opinion = {
        opinion: "agree",
        affectsThirdParties: false,
        occupiesFarmland: false,
        ...(kind === "survey" ? { inspectors } : {}),
      };
      current = await step(week, one, "review", reviewer(from), opinion);
      opinions += 1;
    }
    if (kind === "survey") current = await step(week, one, "confirm-survey", deputy(office));
  }
  return opinions;
}

export const decide = (week: Week, one: { id: string; guide: { office: string } }, body: object = {}) =>
  step(week, one, "decide", approver(one.guide.office), { outcome: "granted", ...body });

const certificate = z.object({
  id: z.string(),
  application: z.string(),
  status: z.string(),
  title: z.string(),
  number: z.object({ serial: z.int(), text: z.object({ zh: z.string() }) }),
  validUntil: z.string().optional(),
  verification: z.object({ path: z.string(), code: z.string() }),
  office: z.string().optional(),
});
export type Certificate = z.infer<typeof certificate>;

/** What lies at the certificate desk for the week's cases. */
export async function drawnUp(week: Week): Promise<Certificate[]> {
  await week.town.settle();
  const ours = new Set(week.cases.map(({ id }) => id));
  const rows = z.object({ id: z.string(), application: z.string() });
  const all = await week.town.all("/permits/certificates?status=drawn-up", rows, issuer);
  const found = all.filter(({ application }) => ours.has(application));
  return Promise.all(found.map(({ id }) => week.town.get(`/permits/certificates/${id}/record`, certificate, issuer)));
}

/** Handed over to the holder, or to the agent whom he authorised to collect it (L9). */
export function issue({ town, cases }: Week, { id, application }: Pick<Certificate, "id" | "application">) {
  const authorisation = cases.find((one) => one.id === application)?.authorisation;
  const body = authorisation === undefined ? {} : { collectedBy: { kind: "agent", authorisation } };
  return town.post(`/permits/certificates/${id}/issue`, body, certificate, issuer);
}

/** Grants it, and hands the certificate over. */
export async function grantAndIssue(week: Week, one: Case): Promise<Certificate> {
  await examine(week, one);
  await decide(week, one);
  const paper = (await drawnUp(week)).find(({ application }) => application === one.id);
  if (paper === undefined) throw new Error(`no certificate was drawn up for ${one.id}`);
  return issue(week, paper);
}

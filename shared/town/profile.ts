import * as z from "zod";
import { agents } from "./agents.ts";
import { bundle } from "./bundles.ts";
import { deployment, subscriber } from "./deployment.ts";
import { documents } from "./documents.ts";
import { duties } from "./duties.ts";
import { enforcement } from "./enforcement.ts";
import { finance } from "./finance.ts";
import { gridEvents } from "./grid-events.ts";
import { consulting, guides } from "./guides.ts";
import { complaints, hall, rating } from "./hall.ts";
import { inspections } from "./inspections.ts";
import { materials } from "./materials.ts";
import { department, domain, head, office, village, window } from "./organisation.ts";
import { perPersonAndDay } from "./per-day.ts";
import { hearingNotice, jointOffices } from "./permits.ts";
import { powerPractice } from "./power-practice.ts";
import { powers } from "./powers.ts";
import { calendarNotice, hearingThresholds, limits, numbering, officeHours, promisedLimits } from "./procedure.ts";
import { profileProblems } from "./profile-checks.ts";
import { retention } from "./retention.ts";
import { split } from "./splits.ts";
import { staffMember } from "./staff.ts";
import { territory } from "./territory.ts";
import { bilingual, divisionCode, id, line, sayProblem, uscc } from "./text.ts";

const fields = z.strictObject({
  slug: id,
  name: bilingual,
  code: divisionCode,
  uscc,
  organName: bilingual,
  county: z.strictObject({ name: bilingual, code: divisionCode, uscc }),
  notes: z.array(line),
  population: z.int().min(1),
  households: z.int().min(1),
  staffing: z.strictObject({ administrative: z.int().min(0), institution: z.int().min(0) }),
  offices: z.array(office).min(1),
  domains: z.array(domain).min(1),
  windows: z.array(window).min(1),
  decidingOffices: z.record(id, id),
  enforcementOffice: id,
  staff: z.array(staffMember),
  heads: z.array(head).min(1),
  duties,
  agents,
  bundles: z.array(bundle),
  departments: z.array(department),
  villages: z.array(village),
  territory,
  splits: z.array(split),
  officeHours,
  hall,
  rating,
  complaints,
  inspections,
  enforcement,
  gridEvents,
  finance,
  limits,
  hearingThresholds,
  hearingNotice,
  jointOffices,
  promisedLimits,
  guides,
  consulting,
  calendarNotices: z.array(calendarNotice),
  numbering,
  documents,
  materials,
  retention,
  perPersonAndDay,
  powers,
  powerPractice,
  deployment,
  subscribers: z.array(subscriber),
});

/** Everything that makes one town differ from another; services, the embedded runtime and CDK read nothing else. */
export const townProfile = fields.superRefine((profile, context) => {
  for (const { path, message } of profileProblems(profile)) {
    context.addIssue({ code: "custom", path: [...path], message });
  }
});

export type TownProfile = z.infer<typeof fields>;

/** A profile is read once, when a program starts: a parser of its own takes longer to make than it saves. */
const once = { jitless: true } as const;

/** The profile in `json` (already parsed). Throws one error that lists every problem with its path. */
export function loadTown(json: unknown): TownProfile {
  const result = townProfile.safeParse(json, once);
  if (result.success) return result.data;
  const problems = result.error.issues.map(sayProblem);
  throw new Error(`the town profile has ${problems.length} problem(s) / 镇配置有误：\n${problems.join("\n")}`);
}

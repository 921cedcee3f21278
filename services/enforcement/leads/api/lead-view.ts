import * as z from "zod";
import { limitSchema } from "../../../../shared/calendar/index.ts";
import { inaction } from "../../../../shared/case-rules/remedies.ts";
import { type Actor, present } from "../../../../shared/decider/index.ts";
import { dueOn, limitView, type Viewing, viewLimit } from "../../../../shared/http/index.ts";
import { maskName } from "../../../../shared/identity-codes/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { officerView } from "../../common/api/schemas.ts";
import { type Lead, leadFindings, leadMatters, leadSources, leadStatuses } from "../domain/lead.ts";
import { sharedMarks } from "../domain/similar.ts";

const date = z.iso.date();
const into = z.object({ kind: z.enum(["lead", "case"]), id: z.string() });

export const leadView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(leadStatuses),
  source: z.object({ kind: z.enum(leadSources), id: z.string().optional() }),
  matter: z.enum(leadMatters),
  channel: z.enum(["online", "in-person", "officer", "service"]),
  anonymous: z.boolean(),
  domain: z.string().optional(),
  item: z.string().optional(),
  text: z.string(),
  address: z.string(),
  place: z.object({ lng: z.number(), lat: z.number() }).optional(),
  happenedOn: date.optional(),
  accused: z.string().optional(),
  receivedOn: date,
  discoveredOn: date,
  fileBy: limitView.optional(),
  late: z.boolean(),
  check: z
    .object({
      on: date,
      finding: z.enum(leadFindings),
      suspectedCrime: z.boolean(),
      officers: z.array(officerView),
      by: z.string(),
      notes: z.string(),
      files: z.array(z.string()),
    })
    .optional(),
  case: z.string().optional(),
  joined: z.array(z.string()).optional(),
  reply: z
    .object({
      on: date,
      ground: z.string().optional(),
      reasons: z.string().optional(),
      organ: z.string().optional(),
      into: into.optional(),
      corrected: z.boolean().optional(),
    })
    .optional(),
  /** SS-47, FY-23: what its informant may do when nothing came of it by that day. */
  inaction: z.object({ actBy: limitSchema, reviewFirst: z.boolean() }).optional(),
  /** A hint: other leads and cases that may be the same matter. */
  similar: z.array(into.extend({ shares: z.array(z.enum(sharedMarks)) })).optional(),
});

/** A lead in a list: what was said is read by its id. */
export const leadRow = leadView
  .pick({
    id: true,
    version: true,
    status: true,
    source: true,
    matter: true,
    anonymous: true,
    domain: true,
    item: true,
    receivedOn: true,
    late: true,
  })
  .extend({ due: dueOn.optional() });

/** What the office reads, and the informant does not: the check, the case, other leads. */
function inside({ check, joined, case: of }: Lead) {
  return {
    joined: [...joined],
    ...present({ case: of }),
    ...(check === undefined
      ? {}
      : { check: { ...check, officers: check.officers.map((one) => ({ ...one })), files: [...check.files] } }),
  };
}

/** CF-54a: the day on which the term no longer ran. */
const endOf = ({ reply, status, check }: Lead) => reply?.on ?? (status === "proposed" ? check?.on : undefined);

/** Neither a case nor a reply came of it. */
const hasNoAnswer = ({ reply, status }: Lead) => reply === undefined && status !== "filed";

/** A lead as the office and its informant see it: never who informs. */
export function viewLead({ id, version, state }: Loaded<Lead>, { actor, runtime }: Viewing) {
  const { status, source, matter, channel, anonymous, text, address, receivedOn, discoveredOn, late } = state;
  const { domain, item, place, happenedOn, accused, fileBy, reply } = state;
  return {
    ...{ id, version, status, source, matter, channel, anonymous, text, address, receivedOn, discoveredOn, late },
    ...present({ domain, item, place, happenedOn, reply }),
    ...(accused === undefined ? {} : { accused: maskName(accused.name) }),
    ...(fileBy === undefined ? {} : { fileBy: viewLimit(fileBy, runtime, endOf(state)) }),
    ...(isInformant(state, actor)
      ? { ...(hasNoAnswer(state) ? { inaction: inaction(receivedOn, runtime.calendar) } : {}) }
      : inside(state)),
  };
}

export const isInformant = ({ owner }: Lead, actor: Actor | undefined): boolean =>
  owner !== undefined && owner === actor?.sub;

export function viewLeadRow({ id, version, state }: Loaded<Lead>) {
  const { status, source, matter, anonymous, domain, item, receivedOn, late, fileBy } = state;
  const due = fileBy?.due ?? undefined;
  return { ...{ id, version, status, source, matter, anonymous, receivedOn, late }, ...present({ domain, item, due }) };
}

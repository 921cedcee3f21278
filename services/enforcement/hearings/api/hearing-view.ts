import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import type { Viewing } from "../../../../shared/http/index.ts";
import { partyName } from "../../../../shared/parties/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { attendances, closedGrounds, type Hearing, type HearingParty, hearingStatuses } from "../domain/hearing.ts";
import { isOfTheHearing } from "../domain/who.ts";

const date = z.iso.date();
export const hour = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

const partyView = z.object({
  party: z.string(),
  proceeding: z.string(),
  name: z.string(),
  requestedOn: date,
  told: z.object({ on: date, how: z.string() }).optional(),
  attended: z.enum(attendances).optional(),
  agents: z.int().optional(),
  withdrawnOn: date.optional(),
});

export const hearingView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(hearingStatuses),
  case: z.string(),
  requestedOn: date,
  /** A party sees himself alone. */
  parties: z.array(partyView),
  arrangement: z
    .object({
      on: date,
      at: hour,
      place: z.string(),
      open: z.boolean(),
      closed: z.enum(closedGrounds).optional(),
      /** By name, so that a party may object to him. */
      chair: z.string(),
      latest: date,
    })
    .optional(),
  postponed: z.int(),
  recusalOpen: z.boolean(),
  heldOn: date.optional(),
  newFacts: z.boolean().optional(),
  record: z.object({ sha256: z.string(), pages: z.int(), recording: z.string().optional() }).optional(),
  report: z.object({ on: date, sha256: z.string(), newFacts: z.boolean() }).optional(),
  into: z.string().optional(),
});

/** A hearing in a list. */
export const hearingRow = hearingView
  .pick({ id: true, version: true, status: true, case: true, requestedOn: true })
  .extend({ on: date.optional(), parties: z.int() });

const nameOf = ({ kind, name }: HearingParty) => partyName({ kind: kind === "organisation" ? kind : "citizen", name });

/** CF-29a: a party and his agent see this party, by his own name; the house sees names masked (P-17). */
function partiesOf({ parties }: Hearing, { actor }: Viewing, inside: boolean, represented: readonly string[]) {
  return parties
    .filter(({ key, party }) => inside || key === actor?.party || represented.includes(party))
    .map((one) => ({
      ...{ party: one.party, proceeding: one.proceeding, requestedOn: one.requestedOn },
      name: inside ? nameOf(one) : one.name,
      ...present({ told: one.told, attended: one.attended, withdrawnOn: one.withdrawnOn, agents: one.agents?.length }),
    }));
}

/** A hearing as this caller may read it. */
export function viewHearing({ id, version, state }: Loaded<Hearing>, viewing: Viewing, represented: readonly string[]) {
  const { actor, runtime } = viewing;
  const { status, case: of, requestedOn, plan, postponed, recusals, heldOn, newFacts, record, report, into } = state;
  const known = { town: runtime.town, today: todayIn(runtime.clock()) };
  const inside = actor !== undefined && isOfTheHearing(state, actor, known);
  return {
    ...{ id, version, status, case: of, requestedOn, postponed },
    parties: partiesOf(state, viewing, inside, represented),
    recusalOpen: recusals.some(({ decided }) => decided === undefined),
    ...(plan === undefined ? {} : { arrangement: viewPlan(plan) }),
    ...present({ heldOn, newFacts, into }),
    ...(record === undefined
      ? {}
      : {
          record: {
            ...{ sha256: record.sha256, pages: record.pages },
            ...(record.recording === undefined ? {} : { recording: record.recording.sha256 }),
          },
        }),
    // CF-65: the chair's opinion is of the house.
    ...(inside ? present({ report }) : {}),
  };
}

const viewPlan = ({ on, at, place, closed, chairName, latest }: NonNullable<Hearing["plan"]>) => ({
  ...{ on, at, place, latest, open: closed === undefined, chair: chairName },
  ...present({ closed }),
});

export function viewHearingRow({ id, version, state }: Loaded<Hearing>) {
  const { status, case: of, requestedOn, plan, parties } = state;
  return {
    ...{ id, version, status, case: of, requestedOn, parties: parties.length },
    ...present({ on: plan?.on }),
  };
}

import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import { limitView, rowOf, type Viewing, viewLimit } from "../../../../shared/http/index.ts";
import { officialNumber } from "../../../../shared/papers/official-number-schema.ts";
import { maskParty } from "../../../../shared/parties/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { partyKinds } from "../../cases/domain/case/case.ts";
import { officerView, text } from "../../common/api/schemas.ts";
import { lettingOffGrounds, orderFindings, orderStatuses, type Rectification } from "../domain/rectification.ts";
import { isOfTheOffice, isOrderedParty } from "../domain/who.ts";

const date = z.iso.date();
const served = z.object({ on: date, how: z.string() });

export const rectificationView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(orderStatuses),
  item: z.string(),
  name: text,
  domain: z.string(),
  legalBasis: z.string(),
  party: z.object({ kind: z.enum(partyKinds), name: z.string(), idNumber: z.string() }),
  time: z.object({ days: z.int(), unit: z.enum(["day", "working-day"]) }),
  foundOn: date,
  address: z.string(),
  facts: z.string(),
  demands: z.string(),
  files: z.array(z.string()),
  officers: z.array(officerView),
  draftedOn: date,
  number: officialNumber.optional(),
  issuedOn: date.optional(),
  served: served.optional(),
  limit: limitView.optional(),
  late: z.boolean(),
  extension: z
    .object({
      askedOn: date,
      by: z.enum(["party", "officer"]),
      reasons: z.string(),
      decided: z.object({ on: date, granted: z.boolean(), days: z.int().optional(), reasons: z.string() }).optional(),
    })
    .optional(),
  doneReportedOn: date.optional(),
  check: z
    .object({
      on: date,
      finding: z.enum(orderFindings),
      slight: z.boolean(),
      harm: z.enum(["none", "slight", "grave"]),
      officers: z.array(officerView),
      notes: z.string(),
      files: z.array(z.string()),
      signed: z.boolean(),
    })
    .optional(),
  noPenaltyDecision: z
    .object({
      number: officialNumber,
      on: date,
      ground: z.enum(lettingOffGrounds),
      reasons: z.string(),
      educatedOn: date,
      served: served.optional(),
    })
    .optional(),
  /** To the office alone. */
  guidance: z.string().optional(),
  inCase: z.object({ case: z.string(), act: z.string() }).optional(),
  case: z.string().optional(),
});

/** P-17: masked by the kind of the party; he himself reads his own name. */
function viewParty({ party }: Rectification, own: boolean) {
  const { kind, name, idNumber, phone } = party;
  const masked = maskParty({ kind: kind === "citizen" ? "citizen" : "organisation", name, idNumber, phone });
  return { kind, name: own ? name : masked.name, idNumber: masked.idNumber };
}

function viewCheck({ check }: Rectification, own: boolean) {
  // The party reads what two officers signed, no draft.
  if (check === undefined || (own && check.signedBy === undefined)) return {};
  const { on, finding, slight, harm, officers, notes, files, signedBy } = check;
  return {
    check: {
      ...{ on, finding, slight, harm, notes, files: [...files], signed: signedBy !== undefined },
      officers: officers.map((one) => ({ ...one })),
    },
  };
}

function viewLettingOff({ lettingOff }: Rectification) {
  if (lettingOff === undefined) return {};
  const { number, on, ground, reasons, educatedOn, served: how } = lettingOff;
  return { noPenaltyDecision: { number, on, ground, reasons, educatedOn, ...present({ served: how }) } };
}

/** An order to correct, as the office and its party see it. */
export function viewRectification({ id, version, state }: Loaded<Rectification>, { actor, runtime }: Viewing) {
  const { status, act, time, foundOn, address, facts, demands, files, officers, draftedOn, late } = state;
  const { number, issuedOn, served: reached, limit, extension, reportedOn, guidance, of } = state;
  const known = { town: runtime.town, today: todayIn(runtime.clock()) };
  const own = actor !== undefined && isOrderedParty(state, actor);
  const office = actor !== undefined && !own && isOfTheOffice(state, actor, known);
  const stopped = state.check?.signedBy === undefined ? state.endedOn : state.check.on;
  return {
    ...{ id, version, status, item: act.code, name: act.name, domain: act.domain, legalBasis: act.legalBasis },
    ...{ party: viewParty(state, own), time, foundOn, address, facts, demands, files: [...files], draftedOn, late },
    officers: officers.map((one) => ({ ...one })),
    ...present({ number, issuedOn, served: reached, extension, doneReportedOn: reportedOn }),
    ...(limit === undefined ? {} : { limit: viewLimit(limit, runtime, stopped) }),
    ...viewCheck(state, own),
    ...viewLettingOff(state),
    ...(office ? present({ guidance, inCase: of, case: state.case }) : {}),
  };
}

/** An order in a list. */
export const rectificationRow = rectificationView
  .pick({ id: true, version: true, status: true, item: true, domain: true, foundOn: true, late: true })
  .extend({ party: z.string(), number: z.string().optional(), due: date.optional() });

export const viewRectificationRow = rowOf(rectificationRow, ({ id, version, state }: Loaded<Rectification>) => {
  const { status, act, foundOn, late, number, limit } = state;
  return {
    ...{ id, version, status, item: act.code, domain: act.domain, foundOn, late },
    party: viewParty(state, false).name,
    ...present({ number: number?.text.zh, due: limit?.due ?? undefined }),
  };
});

import * as z from "zod";
import { limitSchema, todayIn } from "../../../../shared/calendar/index.ts";
import { present } from "../../../../shared/decider/index.ts";
import type { Viewing } from "../../../../shared/http/index.ts";
import { maskName } from "../../../../shared/identity-codes/index.ts";
import { officialNumber } from "../../../../shared/papers/official-number-schema.ts";
import { maskParty } from "../../../../shared/parties/index.ts";
import { recusalGrounds } from "../../../../shared/people/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import { officerView, text } from "../../common/api/schemas.ts";
import {
  type CaseAct,
  type CaseParty,
  caseStatuses,
  dismissalGrounds,
  isFiled,
  lateKinds,
  measureKinds,
  type PenaltyCase,
  partyKinds,
  proceedingOutcomes,
  proceedingStatuses,
  sourceKinds,
  stopGrounds,
  suspensionGrounds,
  withdrawalGrounds,
} from "../domain/case/case.ts";
import { lateKey, termsOfCase } from "../domain/case/clock.ts";
import { missingPapers } from "../domain/case/closing-list.ts";
import { evidenceKinds } from "../domain/case/evidence-kinds.ts";
import { casePapers } from "../domain/case/papers.ts";
import { isOfTheHouse } from "../domain/case/visibility.ts";

const date = z.iso.date();
const paperKind = z.enum(casePapers);

const actView = z.object({
  id: z.string(),
  code: z.string(),
  name: text,
  domain: z.string(),
  by: z.array(z.string()),
  from: date,
  until: date.optional(),
  discoveredOn: date,
  harm: z.boolean(),
  address: z.string(),
  facts: z.string(),
});
const partyView = z.object({
  id: z.string(),
  kind: z.enum(partyKinds),
  role: z.enum(["principal", "responsible"]),
  of: z.string().optional(),
  succeeds: z.string().optional(),
  name: z.string(),
  idNumber: z.string(),
});
const ending = z.object({
  how: z.enum(["decided", "withdrawn", "stopped", "transferred"]),
  ground: z.enum([...withdrawalGrounds, ...stopGrounds]).optional(),
  to: z.enum(["police", "organ"]).optional(),
  organ: z.string().optional(),
});

/** A case as the house sees it; a party sees himself, his acts and the officers. */
export const caseView = z.object({
  id: z.string(),
  version: z.int(),
  status: z.enum(caseStatuses),
  number: officialNumber.optional(),
  acts: z.array(actView),
  parties: z.array(partyView),
  officers: z.array(officerView),
  filedOn: date.optional(),
  closedOn: date.optional(),
  /** To the house alone, from here on. */
  domains: z.array(z.string()).optional(),
  source: z.object({ kind: z.enum(sourceKinds), id: z.string().optional(), receivedOn: date }).optional(),
  proposedBy: z.string().optional(),
  proposedOn: date.optional(),
  approvedBy: z.string().optional(),
  unconfirmed: z.boolean().optional(),
  ground: z.enum(dismissalGrounds).optional(),
  fileBy: limitSchema.optional(),
  clock: limitSchema.optional(),
  late: z.array(z.string()).optional(),
  /** What waits for an act, and until when; an instant where the law counts hours. */
  terms: z
    .array(
      z.object({
        term: z.enum(lateKinds),
        of: z.string().optional(),
        due: z.union([date, z.iso.datetime()]).optional(),
        late: z.boolean(),
      }),
    )
    .optional(),
  recusals: z
    .array(
      z.object({
        sub: z.string(),
        askedOn: date,
        ground: z.enum(recusalGrounds),
        recused: z.boolean().optional(),
        earlierActsStand: z.boolean().optional(),
      }),
    )
    .optional(),
  evidence: z
    .array(
      z.object({
        id: z.string(),
        kind: z.enum(evidenceKinds),
        acts: z.array(z.string()),
        collectedOn: date,
        established: z.boolean(),
        excluded: z.enum(["unlawful", "recusal", "false", "unrelated"]).optional(),
      }),
    )
    .optional(),
  measures: z
    .array(
      z.object({
        id: z.string(),
        kind: z.enum(measureKinds),
        until: date,
        endedOn: date.optional(),
      }),
    )
    .optional(),
  proceedings: z
    .array(
      z.object({
        party: z.string(),
        status: z.enum(proceedingStatuses),
        outcome: z.enum(proceedingOutcomes).optional(),
        on: date,
      }),
    )
    .optional(),
  report: z.object({ on: date, sha256: z.string(), complex: z.boolean(), suspectedCrime: z.boolean() }).optional(),
  suspension: z.object({ ground: z.enum(suspensionGrounds), from: date }).optional(),
  police: z
    .object({
      reportedOn: date,
      decideBy: limitSchema,
      approvedAt: z.iso.datetime().optional(),
      handOverBy: z.iso.datetime().optional(),
      handedOverOn: date.optional(),
      answerBy: limitSchema.optional(),
      filedOn: date.optional(),
      goodsBy: limitSchema.optional(),
      goodsHandedOverOn: date.optional(),
      reviewBy: limitSchema.optional(),
      returned: z.boolean(),
    })
    .optional(),
  ending: ending.optional(),
  /** The papers on file, and those without which the case does not close (CF-57a). */
  papers: z
    .array(z.object({ kind: paperKind, party: z.string().optional(), reference: z.string(), on: date }))
    .optional(),
  missingPapers: z.array(z.object({ kind: paperKind, party: z.string().optional() })).optional(),
  mergedInto: z.string().optional(),
  merged: z.array(z.string()).optional(),
  splitFrom: z.string().optional(),
  split: z.array(z.string()).optional(),
});
type View = z.input<typeof caseView>;

/** A case in a list. */
export const caseRow = caseView.pick({ id: true, version: true, status: true, filedOn: true }).extend({
  number: z.string().optional(),
  items: z.array(z.string()),
  parties: z.array(z.string()),
  officers: z.array(z.string()),
  due: date.optional(),
  late: z.boolean(),
});

const viewAct = ({ id, code, name, domain, by, from, until, discoveredOn, harm, address, facts }: CaseAct) => ({
  ...{ id, code, name, domain, by: [...by], from, discoveredOn, harm, address, facts },
  ...present({ until }),
});

/** Masked by the kind of the party (P-17). */
function viewParty({ id, kind, role, of, succeeds, name, idNumber, document, phone }: CaseParty) {
  const masked = maskParty({
    kind: kind === "citizen" ? "citizen" : "organisation",
    ...{ name, idNumber, phone, ...present({ document }) },
  });
  return { id, kind, role, name: masked.name, idNumber: masked.idNumber, ...present({ of, succeeds }) };
}

export function viewCase({ id, version, state }: Loaded<PenaltyCase>, { actor, runtime }: Viewing) {
  const known = { town: runtime.town, today: todayIn(runtime.clock()) };
  const house = actor !== undefined && isOfTheHouse(state, actor, known);
  const own = new Set(state.parties.filter(({ key }) => key === actor?.party).map(({ id: party }) => party));
  const parties = house ? state.parties : state.parties.filter(({ id: party }) => own.has(party));
  const acts = house ? state.acts : state.acts.filter(({ by }) => by.some((party) => own.has(party)));
  const view: View = {
    ...{ id, version, status: state.status },
    acts: acts.map((act) => ({ ...viewAct(act), by: act.by.filter((party) => house || own.has(party)) })),
    parties: parties.map(viewParty),
    officers: state.officers.map((one) => ({ ...one })),
    ...(isFiled(state)
      ? { number: state.number, filedOn: state.filedOn, ...present({ closedOn: state.closedOn }) }
      : {}),
  };
  return house ? { ...view, ...forHouse(state) } : view;
}

function forHouse(state: PenaltyCase) {
  const { domains, source, proposedBy, proposedOn, fileBy, late, recusals, evidence, papers } = state;
  return {
    domains: [...domains],
    source,
    ...{ proposedBy, proposedOn, fileBy, late: [...late] },
    recusals: recusals.map(({ sub, askedOn, ground, decided }) => ({
      ...{ sub, askedOn, ground },
      ...present({ recused: decided?.recused, earlierActsStand: decided?.earlierActsStand }),
    })),
    terms: termsOfCase(state).map((one) => ({
      ...{ term: one.what, late: late.includes(lateKey(one)) },
      ...present({ of: one.of, due: one.due ?? undefined }),
    })),
    evidence: evidence.map(({ id, kind, acts, collectedOn, established, excluded }) => ({
      ...{ id, kind, acts: [...acts], collectedOn, established },
      ...present({ excluded }),
    })),
    papers: papers.map((one) => ({ ...one })),
    ...(state.status === "dismissed" ? { ground: state.ground } : {}),
    ...(isFiled(state) ? ofFiled(state) : {}),
  };
}

function ofFiled(state: Extract<PenaltyCase, { readonly filedOn: string }>) {
  const { approvedBy, clock, measures, proceedings, report, suspension, police, merged, mergedInto, splitFrom, split } =
    state;
  return {
    approvedBy,
    clock,
    measures: measures.map(({ id, kind, until, ended }) => ({ id, kind, until, ...present({ endedOn: ended?.on }) })),
    proceedings: proceedings.map((one) => ({ ...one })),
    missingPapers: missingPapers(state).map((one) => ({ ...one })),
    merged: [...merged],
    split: [...split],
    ...present({ unconfirmed: state.unconfirmed, ending: state.ending, mergedInto, splitFrom }),
    ...(report === undefined
      ? {}
      : {
          report: {
            on: report.on,
            sha256: report.sha256,
            complex: report.complex === true,
            suspectedCrime: report.suspectedCrime === true,
          },
        }),
    ...(suspension === undefined ? {} : { suspension: { ground: suspension.ground, from: suspension.from } }),
    ...(police === undefined ? {} : { police: viewTransfer(police) }),
  };
}

function viewTransfer(police: NonNullable<Extract<PenaltyCase, { readonly filedOn: string }>["police"]>) {
  const { reportedOn, decideBy, approvedAt, handOverBy, handedOverOn, answerBy, filed, goodsHandedOverOn, reviewBy } =
    police;
  return {
    reportedOn,
    decideBy,
    returned: police.returned === true,
    ...present({ approvedAt, handOverBy, handedOverOn, answerBy, goodsHandedOverOn, reviewBy }),
    ...present({ filedOn: filed?.on, goodsBy: filed?.goodsBy }),
  };
}

/** A case in a list: names masked. */
export function viewCaseRow({ id, version, state }: Loaded<PenaltyCase>) {
  const { acts, parties, officers, late, status } = state;
  const due = (isFiled(state) ? state.clock : state.fileBy).due ?? undefined;
  return {
    ...{ id, version, status },
    items: [...new Set(acts.map(({ code }) => code))],
    parties: parties.map(({ kind, name }) => (kind === "citizen" ? maskName(name) : name)),
    officers: officers.map(({ sub }) => sub),
    late: late.length > 0,
    ...present({ due }),
    ...(isFiled(state) ? { number: state.number.text.zh, filedOn: state.filedOn } : {}),
  };
}

import type { WorkingDayCalendar } from "../../../../shared/calendar/index.ts";
import { type Actor, type Decider, type DomainEvent, present } from "../../../../shared/decider/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import type { Loaded } from "../../../../shared/store/index.ts";
import type { TownProfile } from "../../../../shared/town/profile.ts";
import { buildingStatuses } from "../../buildings/domain/building.ts";
import { building } from "../../buildings/domain/decider.ts";
import { substitution } from "../../buildings/domain/substitution/decider.ts";
import { buildingRegister, substitutions } from "../../buildings/index.ts";
import { venueDuty } from "../../campaigns/domain/duty/decider.ts";
import { venueDuties } from "../../campaigns/index.ts";
import { evidence } from "../../cases/domain/evidence/decider.ts";
import { onSpotPenalty } from "../../cases/domain/on-spot/decider.ts";
import { answersAwaited } from "../../cases/domain/proceeding/answering.ts";
import { isUnreviewed } from "../../cases/domain/proceeding/major.ts";
import {
  caseRegister,
  evidenceRegister,
  onSpotRegister,
  penaltyCase,
  proceeding,
  proceedings,
} from "../../cases/index.ts";
import { measure } from "../../coercion/domain/decider.ts";
import { measures } from "../../coercion/index.ts";
import { letter } from "../../cooperation/domain/letter/decider.ts";
import { jointMeeting } from "../../cooperation/domain/meeting/meeting.ts";
import { letters, meetings } from "../../cooperation/index.ts";
import { hearing } from "../../hearings/domain/decider.ts";
import { hearings } from "../../hearings/index.ts";
import { siteInspection } from "../../inspections/domain/visit/decider.ts";
import { siteInspections } from "../../inspections/index.ts";
import { lead } from "../../leads/domain/decider.ts";
import { leads } from "../../leads/index.ts";
import { fine } from "../../payment/domain/decider.ts";
import { fines } from "../../payment/index.ts";
import { goods } from "../../property/domain/decider.ts";
import { lyingStatuses } from "../../property/domain/goods.ts";
import { goodsRegister } from "../../property/index.ts";
import { publication } from "../../publication/domain/decider.ts";
import { waitingPublications } from "../../publication/domain/publication.ts";
import { publications } from "../../publication/index.ts";
import { orders, rectification } from "../../rectification/index.ts";
import { delivery } from "../../service-of-papers/domain/decider.ts";
import { deliveryRegister } from "../../service-of-papers/index.ts";
import type { Matter } from "../domain/scope.ts";
import type { Term } from "../domain/term.ts";
import { boardOfBuilding, boardOfSubstitution } from "../domain/terms-of-buildings.ts";
import {
  boardOfCase,
  boardOfEvidence,
  boardOfProceeding,
  boardOfReview,
  boardOfSpot,
} from "../domain/terms-of-case.ts";
import { boardOfFine } from "../domain/terms-of-fine.ts";
import * as terms from "../domain/terms-of-others.ts";

/** So many of each kind of thing are looked through. */
export const mostLooked = 500;

interface Known {
  readonly today: string;
  readonly calendar: WorkingDayCalendar;
  readonly town: TownProfile;
}

interface Source<S, C, E extends DomainEvent> {
  readonly of: Decider<S, C, E>;
  readonly register: {
    readonly at: string;
    readonly mayRead: (loaded: Loaded<S>, actor: Actor, runtime: Runtime) => boolean | Promise<boolean>;
  };
  /** What holds what is open: partitions of `byStatus`, or of another index. */
  readonly open: readonly (string | { readonly index: string; readonly partition: string })[];
  readonly terms: (state: S, known: Known, runtime: Runtime) => readonly Term[] | Promise<readonly Term[]>;
  readonly people: (state: S) => readonly string[];
  readonly domain?: (state: S) => string | undefined;
}

/** Who looks, and at what: a thing is asked whether he may read it only where one of its terms is wanted. */
interface Looking extends Known {
  readonly actor: Actor;
  readonly runtime: Runtime;
  readonly isWanted: (one: Matter) => boolean;
}
type Look = (looking: Looking) => Promise<Found>;
interface Found {
  readonly matters: readonly Matter[];
  readonly complete: boolean;
}

/** Looks through what is open of one kind of thing, and leaves out what this person may not read. */
const source =
  <S, C, E extends DomainEvent>({ of, register, open, terms: termsOf, people, domain }: Source<S, C, E>): Look =>
  async ({ actor, runtime, isWanted, ...known }) => {
    const lists = open.map((one) => (typeof one === "string" ? { index: "byStatus", partition: one } : one));
    const { items, last } = await runtime.store.listAcross(of, lists, {
      ...{ limit: mostLooked, descending: false, after: undefined },
    });
    const told = items.map(async (loaded): Promise<readonly Matter[]> => {
      const { id, state } = loaded;
      const about = { path: `${register.at}/${encodeURIComponent(id)}`, id, ...present({ domain: domain?.(state) }) };
      const handling = people(state);
      const wanted = (await termsOf(state, known, runtime))
        .map(({ also = [], ...term }) => ({ ...term, ...about, people: [...new Set([...handling, ...also])] }))
        .filter(isWanted);
      return wanted.length > 0 && (await register.mayRead(loaded, actor, runtime)) ? wanted : [];
    });
    return { matters: (await Promise.all(told)).flat(), complete: last === undefined };
  };

const subsOf = (people: readonly { readonly sub: string }[]) => people.map(({ sub }) => sub);
const inStates = (aggregate: string, ...states: readonly string[]) => states.map((state) => `${aggregate}:${state}`);
const named = (...subs: readonly (string | undefined)[]) => subs.filter((one) => one !== undefined);

/** Everything of the service that has a last day, or waits for somebody. */
export const sources: readonly Look[] = [
  source({
    ...{ of: lead, register: leads, terms: terms.boardOfLead },
    open: inStates("lead", "received", "checked", "verified"),
    people: ({ check }) => (check === undefined ? [] : subsOf(check.officers)),
    domain: ({ domain }) => domain,
  }),
  source({
    ...{ of: penaltyCase, register: caseRegister, terms: boardOfCase },
    open: inStates("case", "proposed", "investigating", "suspended", "transferred"),
    people: ({ officers }) => subsOf(officers),
  }),
  source({
    ...{ of: evidence, register: evidenceRegister, terms: boardOfEvidence },
    open: inStates("evidence", "collected"),
    people: ({ officers }) => subsOf(officers),
  }),
  source({
    ...{ of: proceeding, register: proceedings },
    terms: async (state, known, { store }) => {
      const of = isUnreviewed(state) ? (await store.load(penaltyCase, state.case))?.state : undefined;
      return [...boardOfProceeding(state, known), ...boardOfReview(state, of, known)];
    },
    open: [...inStates("proceeding", "open", "noticed", "decided"), { index: "byCode", partition: answersAwaited }],
    people: ({ handlers }) => handlers,
  }),
  source({
    ...{ of: onSpotPenalty, register: onSpotRegister, terms: boardOfSpot },
    open: inStates("on-spot", "decided", "reported"),
    people: ({ officers }) => subsOf(officers),
  }),
  source({
    ...{ of: measure, register: measures, terms: terms.boardOfMeasure },
    open: inStates("measure", "proposed", "approved", "recorded", "in-force"),
    people: ({ officers, handlers }) => [...subsOf(officers), ...handlers],
  }),
  source({
    ...{ of: goods, register: goodsRegister, terms: terms.boardOfGoods },
    open: inStates("goods", ...lyingStatuses),
    people: ({ handlers, keeper }) => [...handlers, ...(keeper.kind === "staff" ? [keeper.sub] : [])],
  }),
  source({
    ...{ of: hearing, register: hearings, terms: terms.boardOfHearing },
    open: inStates("hearing", "requested", "scheduled", "held"),
    people: ({ plan, handlers }) => [...handlers, ...named(plan?.chair, plan?.recorder)],
  }),
  source({
    ...{ of: delivery, register: deliveryRegister, terms: terms.boardOfDelivery },
    open: inStates("delivery", "under-way"),
    people: ({ handlers }) => handlers,
  }),
  source({
    ...{ of: fine, register: fines, terms: boardOfFine },
    open: inStates("fine", "due", "applied"),
    people: ({ handledBy }) => handledBy,
  }),
  source({
    ...{ of: rectification, register: orders, terms: terms.boardOfOrder },
    open: inStates("rectification", "unsigned", "issued", "binding"),
    people: ({ officers }) => subsOf(officers),
  }),
  source({
    ...{ of: siteInspection, register: siteInspections, terms: terms.boardOfVisit },
    open: inStates("site-inspection", "approved", "entered", "recorded", "signed"),
    people: ({ officers }) => subsOf(officers),
  }),
  source({
    ...{ of: letter, register: letters, terms: terms.boardOfLetter },
    open: inStates("letter", "sent", "received", "taken"),
    people: ({ handlers, responsible }) => [...handlers, ...named(responsible)],
  }),
  source({
    ...{ of: building, register: buildingRegister, terms: boardOfBuilding },
    open: inStates("building", ...buildingStatuses.filter((status) => status !== "paused" && status !== "ended")),
    people: ({ handlers }) => handlers,
  }),
  source({
    ...{ of: substitution, register: substitutions, terms: boardOfSubstitution },
    open: inStates("substitution", "demanded", "decided", "performed"),
    people: ({ handlers }) => handlers,
  }),
  source({
    ...{ of: publication, register: publications, terms: terms.boardOfPublication },
    open: [...inStates("publication", "proposed"), { index: "byDomain", partition: waitingPublications }],
    people: ({ handlers }) => handlers,
  }),
  source({
    ...{ of: venueDuty, register: venueDuties, terms: terms.boardOfDuty },
    open: inStates("venue-duty", "due", "handed-in"),
    people: () => [],
  }),
  source({
    ...{ of: jointMeeting, register: meetings, terms: terms.boardOfMeeting },
    open: inStates("joint-meeting", "held"),
    people: () => [],
  }),
];

import { type Events, type Recorded, within } from "../../../../../shared/decider/index.ts";
import { domainsOf, joinedActs, joinedEvidence, joinedParties } from "./about.ts";
import {
  type CaseEnding,
  type FiledCase,
  isFiled,
  type PaperEntry,
  type PenaltyCase,
  type ProposedCase,
} from "./case.ts";
import { lateKey } from "./clock.ts";
import type { CaseEvent } from "./messages.ts";
import { withProceeding } from "./registers.ts";
import type { CaseWords } from "./words.ts";

type Of<T extends string> = Recorded<Extract<CaseEvent, { type: `enforcement.case.${T}` }>>;

/** What happens only to a case on file. */
const filed = within<PenaltyCase, FiledCase>(isFiled);
const proposed = within<PenaltyCase, ProposedCase>((state): state is ProposedCase => state.status === "proposed");

const subsOf = (officers: readonly { readonly sub: string }[]) => officers.map(({ sub }) => sub);
const union = (one: readonly string[], other: readonly string[]) => [...new Set([...one, ...other])];

const newCase = {
  extended: [],
  measures: [],
  proceedings: [],
  suspensions: 0,
  merged: [],
  split: [],
  reopened: [],
} as const;

/** A paper that a step of the case makes itself; it is found by the number of the case. */
const own = ({ number }: FiledCase, kind: PaperEntry["kind"], on: string): PaperEntry => ({
  kind,
  reference: number.text.zh,
  on,
});

const ended = (state: FiledCase, ending: CaseEnding, on: string, paper?: PaperEntry): FiledCase => {
  const { suspension: _over, ...rest } = state;
  return {
    ...rest,
    status: ending.how === "decided" ? "performing" : ending.how,
    ending,
    endedOn: on,
    papers: paper === undefined ? state.papers : [...state.papers, paper],
  };
};

const goingOn = (state: FiledCase): FiledCase => {
  const { ending: _ending, endedOn: _on, closedOn: _closed, suspension: _suspension, ...rest } = state;
  return { ...rest, status: "investigating" };
};

/** What each event makes of a case. */
export const caseEvents: Events<CaseWords> = {
  begun: {
    "enforcement.case.proposed": ({ data, personal, actor }) => {
      const { acts, parties, on, source, elsewhere, fileBy } = data;
      return {
        status: "proposed",
        acts: joinedActs(acts, personal.said),
        parties: joinedParties(parties, personal.people),
        officers: personal.officers,
        handlers: subsOf(personal.officers),
        domains: domainsOf(acts),
        source,
        ...(elsewhere === undefined ? {} : { elsewhere }),
        proposedBy: actor,
        proposedOn: on,
        fileBy,
        recusals: [],
        evidence: [],
        papers: [],
        late: [],
      };
    },
    "enforcement.case.split-off": splitOff,
  },
  effects: {
    "enforcement.case.corrected": proposed((state, { data, personal }: Of<"corrected">) => {
      const { elsewhere, acts = [], parties = [], fileBy } = data;
      return {
        ...state,
        acts: joinedActs(acts, personal.said ?? {}),
        parties: joinedParties(parties, personal.people ?? {}),
        domains: domainsOf(acts),
        fileBy,
        ...(elsewhere === undefined ? {} : { elsewhere }),
      };
    }),
    "enforcement.case.filed": proposed((state, { data, actor }: Of<"filed">) => {
      const { number, filedOn, clock, powers, paper } = data;
      const acts = state.acts.map((act) => {
        const power = powers[act.code];
        return power === undefined ? act : { ...act, power };
      });
      const papers = [...state.papers, paper];
      return { ...state, ...newCase, status: "investigating", acts, papers, number, filedOn, clock, approvedBy: actor };
    }),
    "enforcement.case.dismissed": proposed((state, { data: { ground, on } }: Of<"dismissed">) => ({
      ...state,
      status: "dismissed",
      ground,
      dismissedOn: on,
    })),
    "enforcement.case.act-added": filed((state, { data, personal }: Of<"act-added">) => {
      const acts = [...state.acts, { ...data.act, ...personal.said }];
      return { ...state, acts, domains: domainsOf(acts) };
    }),
    "enforcement.case.party-added": filed((state, { data, personal }: Of<"party-added">) => ({
      ...state,
      parties: [...state.parties, { ...data.party, ...personal.person }],
      acts: state.acts.map((act) => (data.acts.includes(act.id) ? { ...act, by: [...act.by, data.party.id] } : act)),
    })),
    "enforcement.case.party-succeeded": filed((state, { data: { id }, personal }: Of<"party-succeeded">) => {
      const { document: _document, ...person } = personal;
      return { ...state, parties: state.parties.map((one) => (one.id === id ? { ...one, ...person } : one)) };
    }),
    "enforcement.case.officers-changed": (state, { personal: { officers } }) => ({
      ...state,
      officers,
      handlers: union(state.handlers, subsOf(officers)),
    }),
    "enforcement.case.recusal-asked": (state, { data: { on, ground }, personal: { person }, actor }) => ({
      ...state,
      recusals: [...state.recusals, { sub: person, askedBy: actor, askedOn: on, ground }],
    }),
    "enforcement.case.recusal-decided": recusalDecided,
    "enforcement.case.filing-confirmed": filed((state, { actor }: Of<"filing-confirmed">) => {
      const { unconfirmed: _confirmed, ...rest } = state;
      return { ...rest, approvedBy: actor };
    }),
    "enforcement.case.evidence-noted": (state, { data, personal: { handlers: by } }) => ({
      ...state,
      evidence: [...state.evidence.filter(({ id }) => id !== data.id), { ...data, by }],
    }),
    "enforcement.case.measure-noted": filed((state, { data }: Of<"measure-noted">) => ({
      ...state,
      measures: [...state.measures.filter(({ id }) => id !== data.id), data],
      // A term extended in time is a new one to be kept.
      late: state.late.filter((one) => one !== lateKey({ what: "measure", of: data.id })),
    })),
    "enforcement.case.measure-ended": filed((state, { data: { measure, on, how } }: Of<"measure-ended">) => ({
      ...state,
      measures: state.measures.map((one) => (one.id === measure ? { ...one, ended: { on, how } } : one)),
    })),
    "enforcement.case.reported": filed((state, { data: { paper, ...said }, personal }: Of<"reported">) => ({
      ...state,
      report: { ...said, by: personal.handlers },
      papers: [...state.papers, paper],
    })),
    "enforcement.case.filing-extended": proposed((state, { data: { fileBy } }: Of<"filing-extended">) => ({
      ...state,
      fileBy,
    })),
    "enforcement.case.extended": filed((state, { data: { clock, by } }: Of<"extended">) => ({
      ...state,
      clock,
      extended: [...state.extended, by],
    })),
    "enforcement.case.time-excluded": filed((state, { data: { clock } }: Of<"time-excluded">) => ({ ...state, clock })),
    "enforcement.case.suspended": filed((state, { data: { ground, from, clock }, actor: by }: Of<"suspended">) => ({
      ...state,
      status: "suspended",
      suspension: { ground, from, by },
      suspensions: state.suspensions + 1,
      clock,
      papers: [...state.papers, own(state, "suspension-decision", from)],
    })),
    "enforcement.case.resumed": filed((state, { data: { clock, on } }: Of<"resumed">) => ({
      ...goingOn(state),
      clock,
      papers: [...state.papers, own(state, "resumption-decision", on)],
    })),
    "enforcement.case.withdrawn": filed((state, { data: { ground, on } }: Of<"withdrawn">) =>
      ended(state, { how: "withdrawn", ground }, on, own(state, "withdrawal-approval", on)),
    ),
    "enforcement.case.stopped": filed((state, { data: { ground, on } }: Of<"stopped">) =>
      ended(state, { how: "stopped", ground }, on, own(state, "stop-decision", on)),
    ),
    "enforcement.case.transfer-proposed": filed((state, { data, personal }: Of<"transfer-proposed">) => {
      const { paper, reportedOn, decideBy } = data;
      const late = state.late.filter((one) => !ofTransfers.has(one));
      const police = { team: personal.handlers, reportedOn, decideBy };
      return { ...state, police, late, papers: [...state.papers, paper] };
    }),
    "enforcement.case.transfer-decided": filed(
      (state, { data: { approved, at, handOverBy } }: Of<"transfer-decided">) => {
        if (state.police === undefined) return state;
        const { report, ...rest } = state;
        if (approved)
          return {
            ...state,
            police: { ...state.police, approvedAt: at, ...(handOverBy === undefined ? {} : { handOverBy }) },
          };
        // The chief found no crime: the case is decided here.
        return { ...rest, police: { ...state.police, returned: true }, ...withoutCrime(report) };
      },
    ),
    "enforcement.case.transferred": filed((state, { data }: Of<"transferred">) => {
      const { to, organ, on, papers, answerBy } = data;
      const next = ended(state, { how: "transferred", to, organ }, on);
      const all = [...state.papers, ...papers];
      if (to === "organ" || state.police === undefined) return { ...next, papers: all };
      const police = { ...state.police, handedOverOn: on, ...(answerBy === undefined ? {} : { answerBy }) };
      return { ...next, papers: all, police };
    }),
    "enforcement.case.police-answered": filed((state, { data }: Of<"police-answered">) => {
      const { on, paper, goodsBy, reviewBy } = data;
      if (state.police === undefined) return state;
      const { reviewBy: _before, ...police } = state.police;
      const answer = goodsBy === undefined ? {} : { filed: { on, goodsBy } };
      const review = reviewBy === undefined ? {} : { reviewBy };
      return { ...state, police: { ...police, ...answer, ...review }, papers: [...state.papers, paper] };
    }),
    "enforcement.case.goods-handed-to-police": filed((state, { data: { on, paper } }: Of<"goods-handed-to-police">) =>
      state.police === undefined
        ? state
        : { ...state, police: { ...state.police, goodsHandedOverOn: on }, papers: [...state.papers, paper] },
    ),
    "enforcement.case.returned": filed((state, { data: { from } }: Of<"returned">) => {
      const { report, ...rest } = goingOn(state);
      const police =
        from === "police" && state.police !== undefined ? { police: { ...state.police, returned: true as const } } : {};
      return {
        ...rest,
        ...police,
        ...(from === "police" ? withoutCrime(report) : report === undefined ? {} : { report }),
      };
    }),
    "enforcement.case.merged": filed((state, { data: { into, on } }: Of<"merged">) => ({
      ...state,
      status: "merged",
      mergedInto: into,
      endedOn: on,
    })),
    "enforcement.case.taken-in": filed(takenIn),
    "enforcement.case.split": filed((state, { data: { acts, stay, into }, personal }: Of<"split">) => ({
      ...state,
      acts: joinedActs(acts, personal.said),
      domains: domainsOf(acts),
      parties: state.parties.filter(({ id }) => stay.includes(id)),
      proceedings: state.proceedings.filter(({ party }) => stay.includes(party)),
      split: [...state.split, into],
    })),
    "enforcement.case.proceeding-noted": filed((state, { data }: Of<"proceeding-noted">) => {
      const { papers, ...entry } = data;
      return {
        ...state,
        proceedings: withProceeding(state.proceedings, entry),
        papers: [...state.papers, ...papers],
      };
    }),
    "enforcement.case.all-decided": filed((state, { data: { on } }: Of<"all-decided">) =>
      ended(state, { how: "decided" }, on),
    ),
    "enforcement.case.paper-noted": (state, { data }) => ({ ...state, papers: [...state.papers, data] }),
    "enforcement.case.closed": filed((state, { data: { on, paper } }: Of<"closed">) => ({
      ...state,
      status: "closed",
      closedOn: on,
      papers: [...state.papers, paper],
    })),
    "enforcement.case.reopened": filed((state, { data: { on } }: Of<"reopened">) => ({
      ...goingOn(state),
      reopened: [...state.reopened, on],
      late: state.late.filter((one) => one !== "decision"),
    })),
    "enforcement.case.limit-recounted": recounted,
    "enforcement.case.overdue": (state, { data }) => ({ ...state, late: [...state.late, lateKey(data)] }),
  },
};

const ofTransfers: ReadonlySet<string> = new Set([
  "transfer-decision",
  "transfer",
  "police-answer",
  "police-review",
  "goods-to-police",
]);

function withoutCrime(report: FiledCase["report"]): Pick<FiledCase, "report"> {
  if (report === undefined) return {};
  const { suspectedCrime: _suspected, ...rest } = report;
  return { report: rest };
}

/** CF-43a: the recused officer leaves; what falls with him no longer counts, and his report is made again. */
function recusalDecided(
  state: PenaltyCase,
  { data, personal: { person }, actor: by }: Of<"recusal-decided">,
): PenaltyCase {
  const { on, recused, earlierActsStand, falls, filingFalls } = data;
  const decided = { by, on, recused, ...(earlierActsStand === undefined ? {} : { earlierActsStand }) };
  const open = state.recusals.findLast(({ sub, decided: done }) => sub === person && done === undefined);
  const next = {
    ...state,
    recusals: state.recusals.map((one) => (one === open ? { ...one, decided } : one)),
    officers: recused ? state.officers.filter(({ sub }) => sub !== person) : state.officers,
    evidence: state.evidence.map((one) => (falls.includes(one.id) ? { ...one, excluded: "recusal" as const } : one)),
  };
  if (!isFiled(next) || earlierActsStand !== false) return next;
  const after: FiledCase = filingFalls === true ? { ...next, unconfirmed: true } : next;
  if (after.report?.by.includes(person) !== true) return after;
  const { report: _report, ...rest } = after;
  return { ...rest, papers: rest.papers.filter(({ kind }) => kind !== "investigation-report") };
}

function takenIn(state: FiledCase, { data, personal }: Of<"taken-in">): FiledCase {
  const { acts, parties, evidence, measures, papers, filedOn, clock, from } = data;
  const all = [...state.acts, ...joinedActs(acts, personal.said)];
  return {
    ...state,
    acts: all,
    domains: domainsOf(all),
    parties: [...state.parties, ...joinedParties(parties, personal.people)],
    evidence: [...state.evidence, ...joinedEvidence(evidence, personal.collectors)],
    measures: [...state.measures, ...measures],
    papers: [...state.papers, ...papers],
    handlers: personal.handlers,
    filedOn,
    clock,
    merged: [...state.merged, from],
  };
}

function splitOff({ data, personal }: Of<"split-off">): FiledCase {
  const { acts, parties, evidence, measures, papers, number, source, filedOn, clock, fileBy, on, from, extended } =
    data;
  return {
    ...newCase,
    status: "investigating",
    acts: joinedActs(acts, personal.said),
    parties: joinedParties(parties, personal.people),
    officers: personal.officers,
    handlers: personal.handlers,
    domains: domainsOf(acts),
    source,
    proposedBy: personal.proposer,
    proposedOn: on,
    approvedBy: personal.approver,
    fileBy,
    recusals: [],
    evidence: joinedEvidence(evidence, personal.collectors),
    measures,
    papers,
    late: [],
    number,
    filedOn,
    clock,
    extended,
    splitFrom: from,
  };
}

function recounted(state: PenaltyCase, { data: { what, limit } }: Of<"limit-recounted">): PenaltyCase {
  if (what === "filing") return { ...state, fileBy: limit };
  if (!isFiled(state)) return state;
  if (what === "decision") return { ...state, clock: limit };
  const { police } = state;
  if (police === undefined) return state;
  switch (what) {
    case "transfer-decision":
      return { ...state, police: { ...police, decideBy: limit } };
    case "police-answer":
      return { ...state, police: { ...police, answerBy: limit } };
    case "police-review":
      return { ...state, police: { ...police, reviewBy: limit } };
    case "goods-to-police":
      return police.filed === undefined
        ? state
        : { ...state, police: { ...police, filed: { ...police.filed, goodsBy: limit } } };
    case "transfer":
    case "measure":
      return state;
  }
}

import { become, present, type Recorded } from "../../../../../shared/decider/index.ts";
import type {
  Accepted,
  Application,
  ApplicationEvent,
  Declined,
  EventOf,
  Filed,
  Incomplete,
  Received,
  RecordedFiling,
  Withdrawn,
} from "./application.ts";
import { filed, runningPart } from "./kept.ts";
import { countingOnFile } from "./on-file.ts";
import { keptReceipt } from "./said.ts";
import type { ApplicationEffects } from "./words.ts";

type Of<T extends ApplicationEvent["type"]> = Recorded<EventOf<T>>;

/** What an event makes of an application before it is accepted, or in every state. */
export const filingEffects = {
  "permits.application.corrections-notified": {
    received: (state, { data, personal }) => {
      const { missing, notifiedOn } = data;
      const given = state.given.filter((name) => !missing.includes(name));
      const corrections = { missing, notifiedOn, ...personal };
      return become<Incomplete, Filed>({ ...filed(state), given }, { status: "incomplete", corrections });
    },
  },
  "permits.application.corrected": {
    received: (state, { data }) => ({ ...state, given: data.given }),
    incomplete: correctedAsAsked,
  },
  "permits.application.accepted": { received: accepted },
  "permits.application.recorded": {
    received: (state, { data: { recordedOn, receipt } }) =>
      become<RecordedFiling, Filed>(filed(state), { status: "recorded", recordedOn, receipt: keptReceipt(receipt) }),
  },
  "permits.application.declined": {
    received: (state, { data: { declinedOn, competentOrgan, receipt, ground: given }, personal }) => {
      const ground = given === "no-permit-needed" ? given : "outside-competence";
      return become<Declined, Filed>(filed(state), {
        status: "declined",
        declinedOn,
        ground,
        competentOrgan,
        reasons: personal?.reasons,
        facts: personal?.facts,
        receipt: receipt && keptReceipt(receipt),
      });
    },
  },
  "permits.application.acceptance-recounted": {
    received: ({ lookAgainOn: _before, ...state }, { data: { acceptanceLimit, lookAgainOn } }) => ({
      ...state,
      acceptanceLimit,
      ...present({ lookAgainOn }),
    }),
  },
  "permits.application.withdrawn": (state, { data: { withdrawnOn }, personal }) =>
    become<Withdrawn, Filed>(filed(state), { status: "withdrawn", withdrawnOn, statement: personal?.statement }),
  "permits.application.renewed": (state, { data: { renewedOn, validUntil } }) => {
    const before = "limits" in state ? runningPart(state) : filed(state);
    return { ...before, status: "renewed", renewedOn, validUntil };
  },
  "permits.application.located": (state, { personal: { place } }) => ({ ...state, place }),
  "permits.application.household-stated": (state, { personal: { household } }) => ({ ...state, household }),
  "permits.application.found-on-file": (state, { personal }) => countingOnFile(state, personal.materials),
  "permits.application.agency-ended": agencyEnded,
  "permits.application.disclosed": (state) => state,
} satisfies ApplicationEffects;

/** A case begins with its filing. */
export function received({ data, personal, actor, time }: Of<"permits.application.received">): Received {
  const { item, office, channel, receivedOn, guide, given, acceptanceLimit } = data;
  const { applicant, owner, party, place, agency, household } = personal;
  const { concerns, residence, onFile, organ, townRole } = data;
  return {
    status: "received",
    item,
    guide,
    office,
    channel: channel === "online" || channel === "agent" ? channel : "window",
    applicant,
    ...present({ owner, agency, party, place, household, concerns, residence, onFile, organ, townRole }),
    receivedOn,
    receivedAt: time,
    receivedBy: actor,
    given,
    materialsOn: receivedOn,
    acceptanceLimit,
  };
}

function agencyEnded(state: Application, { data, personal }: Of<"permits.application.agency-ended">): Application {
  const { owner: _agent, agency, ...rest } = state;
  return { ...rest, ...personal, ...present({ agency: agency && { ...agency, endedOn: data.on } }) };
}

/** Complete, it is with the organ again; else it still waits. */
function correctedAsAsked(state: Incomplete, { data }: Of<"permits.application.corrected">): Application {
  const { given, on, complete, acceptanceLimit } = data;
  if (!complete) return { ...state, given };
  const { corrections } = state;
  return become<Received, Filed>(
    { ...filed(state), given },
    { status: "received", corrections, materialsOn: on, acceptanceLimit, lookAgainOn: undefined },
  );
}

/** Steps between acceptance and decision. */
export const between: readonly string[] = ["survey", "joint-review", "review"];

function accepted(state: Received, { data, actor }: Of<"permits.application.accepted">): Accepted {
  const {
    acceptedOn,
    deemed,
    statutory,
    promised,
    receipt,
    tolerance,
    inspection,
    joint,
    order,
    acceptedBy = actor,
  } = data;
  return become<Accepted, Filed>(filed(state), {
    status: "accepted",
    acceptedOn,
    acceptedBy: deemed ? undefined : acceptedBy,
    limits: statutory === undefined ? { promised } : { statutory, promised },
    missed: [],
    pending: state.guide.steps.filter(({ kind }) => between.includes(kind)),
    reviews: [],
    receipt: receipt && keptReceipt(receipt),
    order,
    tolerance,
    inspection,
    joint: joint === undefined ? undefined : { offices: joint, opinions: [] },
    ...nothingYet,
  });
}

const nothingYet = {
  survey: undefined,
  explanations: undefined,
  recountedFor: undefined,
  resolution: undefined,
  thirdParties: undefined,
  farmland: undefined,
  hearing: undefined,
  notices: undefined,
  fee: undefined,
  extension: undefined,
};

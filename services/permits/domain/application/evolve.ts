import type { Recorded } from "../../../../shared/decider/index.ts";
import type {
  Accepted,
  Application,
  ApplicationEvent,
  Filed,
  Granted,
  Paused,
  Received,
  Refused,
  Running,
} from "./application.ts";

type Event = Recorded<ApplicationEvent>;

/** What an event makes of an application. */
export function evolve(state: Application | undefined, event: Event): Application {
  if (event.type === "permits.application.received") return received(event);
  if (state === undefined) throw new TypeError("an application begins by being received");
  switch (event.type) {
    case "permits.application.corrections-notified": {
      const { missing, notifiedOn } = event.data;
      const corrections = { missing, notifiedOn, ...event.personal };
      const given = state.given.filter((name) => !missing.includes(name));
      return { ...filed(state), status: "incomplete", given, corrections };
    }
    case "permits.application.corrected":
      return corrected(state, event.data);
    case "permits.application.accepted":
      return accepted(state, event);
    case "permits.application.declined": {
      const { declinedOn, competentOrgan } = event.data;
      const ground = event.data.ground === "no-permit-needed" ? event.data.ground : "outside-competence";
      return {
        ...filed(state),
        status: "declined",
        declinedOn,
        ground,
        ...(competentOrgan === undefined ? {} : { competentOrgan }),
      };
    }
    case "permits.application.acceptance-recounted":
      return state.status === "received" ? { ...state, acceptanceLimit: event.data.acceptanceLimit } : state;
    case "permits.application.withdrawn":
      return { ...filed(state), status: "withdrawn", withdrawnOn: event.data.withdrawnOn };
    case "permits.application.disclosed":
      return state;
    default:
      return isRunning(state) ? evolveRunning(state, event) : state;
  }
}

type RunningEvent = Exclude<
  Event,
  {
    type: `permits.application.${"received" | "corrections-notified" | "corrected" | "accepted" | "declined" | "acceptance-recounted" | "withdrawn" | "disclosed"}`;
  }
>;

function evolveRunning(state: Accepted | Paused | Granted | Refused, event: RunningEvent): Application {
  const running = runningPart(state);
  switch (event.type) {
    case "permits.application.reviewed":
      return {
        ...running,
        status: "accepted",
        pending: state.pending.slice(1),
        reviews: [...state.reviews, event.data],
      };
    case "permits.application.paused":
      return { ...running, status: "paused", limits: event.data.limits, pause: event.data.pause };
    case "permits.application.resumed":
      return { ...running, status: "accepted", limits: event.data.limits };
    case "permits.application.extended": {
      const { workingDays, on, limits } = event.data;
      const extension = { workingDays, on, by: event.actor, reasons: event.personal.reasons };
      return { ...running, status: "accepted", limits, extension };
    }
    case "permits.application.limits-recounted": {
      const { limits, recountedFor } = event.data;
      return { ...running, status: "accepted", limits, ...(recountedFor === undefined ? {} : { recountedFor }) };
    }
    case "permits.application.limit-missed":
      return { ...running, status: "accepted", missed: [...state.missed, event.data.limit] };
    case "permits.application.granted": {
      const { decidedOn, number, inWhoseName, validUntil } = event.data;
      const certificate = { number, inWhoseName, ...(validUntil === undefined ? {} : { validUntil }) };
      return { ...running, status: "granted", decidedOn, decidedBy: event.actor, ...certificate };
    }
    case "permits.application.refused":
      return {
        ...running,
        status: "refused",
        decidedOn: event.data.decidedOn,
        decidedBy: event.actor,
        reasons: event.personal.reasons,
      };
    case "permits.application.forwarded":
      return { ...running, status: "forwarded", forwardedOn: event.data.forwardedOn, to: event.data.to };
    case "permits.application.closed":
      return closed(state, event.data.closedOn);
  }
}

function received({ data, personal, actor }: Extract<Event, { type: "permits.application.received" }>): Received {
  const { item, office, channel, receivedOn, guide, given, acceptanceLimit } = data;
  const { applicant, owner } = personal;
  return {
    status: "received",
    item,
    guide,
    office,
    channel: channel === "online" || channel === "agent" ? channel : "window",
    applicant,
    ...(owner === undefined ? {} : { owner }),
    receivedOn,
    receivedBy: actor,
    given,
    materialsOn: receivedOn,
    acceptanceLimit,
  };
}

function corrected(
  state: Application,
  { given, on, complete, acceptanceLimit }: Extract<Event, { type: "permits.application.corrected" }>["data"],
): Application {
  if (state.status === "received") return { ...state, given };
  if (state.status !== "incomplete") return state;
  if (!complete) return { ...state, given };
  const { corrections } = state;
  return { ...filed(state), status: "received", given, corrections, materialsOn: on, acceptanceLimit };
}

function accepted(
  state: Application,
  { data, actor }: Extract<Event, { type: "permits.application.accepted" }>,
): Accepted {
  const { acceptedOn, deemed, statutory, promised } = data;
  const between = ["survey", "joint-review", "review"];
  return {
    ...filed(state),
    status: "accepted",
    acceptedOn,
    ...(deemed ? {} : { acceptedBy: actor }),
    limits: statutory === undefined ? { promised } : { statutory, promised },
    missed: [],
    pending: state.guide.steps.filter(({ kind }) => between.includes(kind)),
    reviews: [],
  };
}

function closed(state: Accepted | Paused | Granted | Refused, closedOn: string): Application {
  if (state.status !== "granted" && state.status !== "refused") return state;
  const { decidedOn, decidedBy } = state;
  const result = state.status === "granted" ? { number: state.number } : { reasons: state.reasons };
  return { ...runningPart(state), status: "closed", outcome: state.status, decidedOn, decidedBy, closedOn, ...result };
}

const isRunning = (state: Application): state is Accepted | Paused | Granted | Refused =>
  state.status === "accepted" || state.status === "paused" || state.status === "granted" || state.status === "refused";

function filed(state: Application): Filed {
  const { item, guide, office, channel, applicant, owner, receivedOn, receivedBy, given } = state;
  return {
    item,
    guide,
    office,
    channel,
    applicant,
    ...(owner === undefined ? {} : { owner }),
    receivedOn,
    receivedBy,
    given,
  };
}

function runningPart(state: Accepted | Paused | Granted | Refused): Running {
  const { acceptedOn, acceptedBy, limits, missed, recountedFor, pending, reviews, extension } = state;
  return {
    ...filed(state),
    acceptedOn,
    ...(acceptedBy === undefined ? {} : { acceptedBy }),
    limits,
    missed,
    ...(recountedFor === undefined ? {} : { recountedFor }),
    pending,
    reviews,
    ...(extension === undefined ? {} : { extension }),
  };
}

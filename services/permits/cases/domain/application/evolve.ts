import type { Recorded } from "../../../../../shared/decider/index.ts";
import { present } from "../../../common/domain/present.ts";
import type { Application, ApplicationEvent, EventOf, Received, Running } from "./application.ts";
import { evolveRunning } from "./evolve-running.ts";
import { filed, runningPart } from "./kept.ts";
import { countingOnFile } from "./on-file.ts";

type Event = Recorded<ApplicationEvent>;
type Of<T extends ApplicationEvent["type"]> = Recorded<EventOf<T>>;

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
    case "permits.application.recorded":
      return { ...filed(state), status: "recorded", recordedOn: event.data.recordedOn, receipt: event.data.receipt };
    case "permits.application.declined": {
      const { declinedOn, competentOrgan, receipt } = event.data;
      const ground = event.data.ground === "no-permit-needed" ? event.data.ground : "outside-competence";
      return { ...filed(state), status: "declined", declinedOn, ground, ...present({ competentOrgan, receipt }) };
    }
    case "permits.application.acceptance-recounted":
      return state.status === "received" ? { ...state, acceptanceLimit: event.data.acceptanceLimit } : state;
    case "permits.application.withdrawn":
      return { ...filed(state), status: "withdrawn", withdrawnOn: event.data.withdrawnOn };
    case "permits.application.renewed": {
      const { renewedOn, validUntil } = event.data;
      const before = "limits" in state ? runningPart(state) : filed(state);
      return { ...before, status: "renewed", renewedOn, validUntil };
    }
    case "permits.application.found-on-file":
      return countingOnFile(state, event.personal.materials);
    case "permits.application.agency-ended":
      return agencyEnded(state, event);
    case "permits.application.disclosed":
      return state;
    default:
      return "limits" in state ? evolveRunning(state, event) : state;
  }
}

function received({ data, personal, actor }: Of<"permits.application.received">): Received {
  const { item, office, channel, receivedOn, guide, given, acceptanceLimit } = data;
  const { applicant, owner, party, place, agency } = personal;
  const { concerns, residence, onFile, organ, townRole } = data;
  return {
    status: "received",
    item,
    guide,
    office,
    channel: channel === "online" || channel === "agent" ? channel : "window",
    applicant,
    ...present({ owner, agency, party, place, concerns, residence, onFile, organ, townRole }),
    receivedOn,
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

function corrected(
  state: Application,
  { given, on, complete, acceptanceLimit }: EventOf<"permits.application.corrected">["data"],
): Application {
  if (state.status === "received") return { ...state, given };
  if (state.status !== "incomplete") return state;
  if (!complete) return { ...state, given };
  const { corrections } = state;
  return { ...filed(state), status: "received", given, corrections, materialsOn: on, acceptanceLimit };
}

/** Steps between acceptance and decision. */
export const between: readonly string[] = ["survey", "joint-review", "review"];

function accepted(state: Application, { data, actor }: Of<"permits.application.accepted">): Application {
  const { acceptedOn, deemed, statutory, promised, receipt, tolerance, inspection, joint, acceptedBy = actor } = data;
  const asked = joint === undefined ? undefined : { offices: joint, opinions: [] };
  const running: Running = {
    ...filed(state),
    acceptedOn,
    ...(deemed ? {} : { acceptedBy }),
    limits: statutory === undefined ? { promised } : { statutory, promised },
    missed: [],
    pending: state.guide.steps.filter(({ kind }) => between.includes(kind)),
    reviews: [],
    ...present({ receipt, tolerance, inspection, joint: asked }),
  };
  return { ...running, status: "accepted" };
}

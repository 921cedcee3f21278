import type { Recorded } from "../../../../../shared/decider/index.ts";
import { present } from "../../../common/domain/present.ts";
import type { Application, ApplicationEvent, EventOf, Hearing, ThirdParties, WasAccepted } from "./application.ts";
import { evolveEnding } from "./evolve-ending.ts";
import { runningPart } from "./kept.ts";

type Of<T extends ApplicationEvent["type"]> = Recorded<EventOf<T>>;

/** What an event makes of an application that was accepted: first what leaves its state as it is. */
export function evolveRunning(state: WasAccepted, event: Recorded<ApplicationEvent>): Application {
  switch (event.type) {
    case "permits.application.supplemented":
      return { ...state, given: event.data.given };
    case "permits.application.consulted":
      return { ...state, joint: { opinions: [], ...state.joint, offices: event.data.offices } };
    case "permits.application.joint-opinion":
      return jointOpinion(state, event);
    case "permits.application.disagreement-resolved": {
      const resolution = { by: event.actor, on: event.data.on, ...event.personal };
      return { ...state, resolution };
    }
    case "permits.application.inspectors-assigned": {
      const { on: assignedOn, late } = event.data;
      const { inspectors: persons } = event.personal;
      if (state.inspection === undefined) return state;
      const { limit } = state.inspection;
      const inspectors = persons.map(({ sub }) => sub);
      const lateness = late ? { late: true as const } : {};
      return { ...state, inspection: { limit, inspectors, persons, assignedOn, ...lateness } };
    }
    case "permits.application.inspection-late":
      return state.inspection === undefined ? state : { ...state, inspection: { ...state.inspection, late: true } };
    case "permits.application.third-parties-informed": {
      const { on, request } = event.data;
      const { by, on: since, informed: before } = state.thirdParties ?? { by: event.actor, on };
      const parties = [...event.personal.parties, ...(before?.parties ?? [])];
      return { ...state, thirdParties: { affected: true, by, on: since, informed: { on, request, parties } } };
    }
    case "permits.application.parties-heard": {
      if (state.thirdParties === undefined) return state;
      return { ...state, thirdParties: { ...state.thirdParties, heard: { on: event.data.on, ...event.personal } } };
    }
    case "permits.application.hearing-requested": {
      const { on: requestedOn, organise } = event.data;
      return { ...state, hearing: { ground: "request", requestedOn, organise } };
    }
    case "permits.application.limit-missed":
      return { ...state, missed: [...state.missed, event.data.limit] };
    case "permits.application.overdue-explained": {
      const { limit, cause, on } = event.data;
      const explanation = { limit, cause, on, by: event.actor, ...event.personal };
      return { ...state, explanations: [...(state.explanations ?? []), explanation] };
    }
    case "permits.fee.due": {
      const { amountFen, basis, dueOn } = event.data;
      return { ...state, fee: { amountFen, basis, dueOn } };
    }
    case "permits.fee.paid": {
      const { paidOn: on, receipt } = event.data;
      return state.fee === undefined ? state : { ...state, fee: { ...state.fee, paid: { on, receipt } } };
    }
    default:
      return moved(state, event);
  }
}

function jointOpinion(state: WasAccepted, { data, actor }: Of<"permits.application.joint-opinion">): Application {
  const { office, by, on, opinion, affectsThirdParties } = data;
  const { offices, opinions } = state.joint ?? { offices: [office], opinions: [] };
  const joint = { offices, opinions: [...opinions, { office, by, on, opinion }] };
  return { ...state, joint, ...thirdPartiesFound(state, { by: actor, on, affectsThirdParties }) };
}

/** XK-36: what one examiner found another does not take back. */
function thirdPartiesFound(
  { thirdParties }: Pick<WasAccepted, "thirdParties">,
  found: { readonly by: string; readonly on: string; readonly affectsThirdParties: boolean | undefined },
): { readonly thirdParties?: ThirdParties } {
  const { by, on, affectsThirdParties: affected } = found;
  if (affected === undefined || thirdParties?.affected === true) return {};
  return { thirdParties: { affected, by, on } };
}

/** Then what starts and stops the clock. */
function moved(state: WasAccepted, event: Recorded<ApplicationEvent>): Application {
  const running = runningPart(state);
  switch (event.type) {
    case "permits.application.reviewed": {
      const { step, by, on, opinion, inspectors, joint, affectsThirdParties } = event.data;
      const found = thirdPartiesFound(state, { by, on, affectsThirdParties });
      const review = { step, by, on, opinion, ...present({ inspectors, joint }) };
      const reviews = [...state.reviews, review];
      return { ...running, status: "accepted", pending: state.pending.slice(1), reviews, ...found };
    }
    case "permits.application.paused":
      return { ...running, status: "paused", limits: event.data.limits, pause: event.data.pause };
    case "permits.application.hearing-called":
      return {
        ...running,
        status: "paused",
        limits: event.data.limits,
        pause: event.data.pause,
        hearing: called(state, event),
      };
    case "permits.application.hearing-recorded": {
      const { held, limits } = event.data;
      const hearing = state.hearing === undefined ? {} : { hearing: { ...state.hearing, held } };
      if (state.status === "paused" && state.pause.kind !== "hearing") return { ...state, ...hearing };
      return { ...running, status: "accepted", limits, ...hearing };
    }
    case "permits.application.resumed":
      return { ...running, status: "accepted", limits: event.data.limits };
    case "permits.application.extended": {
      const { workingDays, on, limits } = event.data;
      const extension = { workingDays, on, by: event.actor, reasons: event.personal.reasons };
      return { ...running, status: "accepted", limits, extension };
    }
    case "permits.application.limits-recounted": {
      const { limits, recountedFor } = event.data;
      return { ...running, status: "accepted", limits, ...present({ recountedFor }) };
    }
    default:
      return evolveEnding(state, event);
  }
}

function called(state: WasAccepted, { data, personal }: Of<"permits.application.hearing-called">): Hearing {
  const { ground, number, noticedOn, heldOn, heldAt, closed } = data;
  return {
    ...state.hearing,
    ground,
    notice: { number, noticedOn, heldOn, heldAt, ...personal, ...present({ closed }) },
  };
}

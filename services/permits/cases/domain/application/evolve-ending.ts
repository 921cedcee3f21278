import type { Recorded } from "../../../../../shared/decider/index.ts";
import { present } from "../../../common/domain/present.ts";
import type { Application, ApplicationEvent, WasAccepted } from "./application.ts";
import { runningPart } from "./kept.ts";

/** The decision, here or by the organ above, and its delivery. */
export function evolveEnding(state: WasAccepted, event: Recorded<ApplicationEvent>): Application {
  const running = runningPart(state);
  switch (event.type) {
    case "permits.application.granted": {
      const { decidedOn, number, inWhoseName, validUntil, secrecy } = event.data;
      const certificate = { number, inWhoseName, ...present({ validUntil, secrecy }) };
      return { ...running, status: "granted", decidedOn, decidedBy: event.actor, ...certificate };
    }
    case "permits.application.refused": {
      const { decidedOn, falseMaterials } = event.data;
      const { reasons } = event.personal;
      const warned = falseMaterials === true ? { falseMaterials } : {};
      return { ...running, status: "refused", decidedOn, decidedBy: event.actor, reasons, ...warned };
    }
    case "permits.application.forwarded":
      return { ...running, status: "forwarded", forwardedOn: event.data.forwardedOn, to: event.data.to };
    case "permits.application.upper-decided": {
      if (state.status !== "forwarded") return state;
      const { outcome, organ, decidedOn, recordedOn, number } = event.data;
      const upper = { outcome, organ, decidedOn, recordedOn, recordedBy: event.actor, number, ...event.personal };
      return { ...running, status: "answered", forwardedOn: state.forwardedOn, to: state.to, upper };
    }
    case "permits.application.closed":
      return closed(state, event.data.closedOn);
    default:
      return state;
  }
}

function closed(state: WasAccepted, closedOn: string): Application {
  const running = runningPart(state);
  switch (state.status) {
    case "granted": {
      const { decidedOn, decidedBy, number, inWhoseName, validUntil, secrecy } = state;
      const result = { number, inWhoseName, ...present({ validUntil, secrecy }) };
      return { ...running, status: "closed", outcome: "granted", decidedOn, decidedBy, closedOn, ...result };
    }
    case "refused": {
      const { decidedOn, decidedBy, reasons, falseMaterials } = state;
      const result = { reasons, ...present({ falseMaterials }) };
      return { ...running, status: "closed", outcome: "refused", decidedOn, decidedBy, closedOn, ...result };
    }
    case "answered": {
      const { upper, forwardedOn } = state;
      const { outcome, decidedOn, organ, reasons } = upper;
      const result = { upper, forwardedOn, ...present({ reasons }) };
      return { ...running, status: "closed", outcome, decidedOn, decidedBy: organ, closedOn, ...result };
    }
    default:
      return state;
  }
}

import type { MovesOf } from "../../../../shared/decider/index.ts";
import type { Building } from "./building.ts";
import type { BuildingCommand } from "./messages.ts";

const self = { "note-self-demolition": "ended", end: "ended" } as const;

/** QZ-51: what finance tells of the cost, also after the end. */
const costs = <S extends string>(status: S) =>
  ({ "note-cost-payment": status, "take-cost-payment-back": status }) as const;

/**
 * States of an illegal building and what moves them. By the planning law (QZ-44a): ordered, decided, demanded, enforcing,
 * demolishing, demolished. By the land law (QZ-44b): decided, demanded, before the court. The rules keep the ways apart.
 */
export const buildingMoves = {
  recorded: { countersign: "found", end: "ended" },
  found: {
    "order-stop": "found",
    "order-correction": "ordered",
    "note-service": "found",
    "take-decision": "decided",
    ...self,
  },
  ordered: {
    "order-stop": "ordered",
    "order-correction": "ordered",
    "note-service": "ordered",
    recheck: ["ordered", "ended"],
    "take-decision": "decided",
    ...self,
  },
  decided: {
    "order-stop": "decided",
    "note-service": "decided",
    demand: "demanded",
    agree: "decided",
    "end-agreement": ["decided", "ended"],
    pause: "paused",
    ...self,
  },
  demanded: {
    "note-service": "demanded",
    "state-opinion": "demanded",
    "hear-opinion": ["demanded", "decided"],
    "decide-enforcement": "enforcing",
    "apply-to-court": "before-court",
    agree: "demanded",
    "end-agreement": ["demanded", "ended"],
    pause: "paused",
    ...self,
  },
  enforcing: {
    "note-remedy": "enforcing",
    "note-service": "enforcing",
    "end-remedy": ["enforcing", "demanded"],
    "publish-notice": "enforcing",
    agree: "enforcing",
    "end-agreement": ["enforcing", "ended"],
    "list-things": "enforcing",
    "find-urgent": "enforcing",
    "begin-demolition": "demolishing",
    "hand-back": "enforcing",
    pause: "paused",
    ...self,
  },
  demolishing: {
    "note-remedy": "enforcing",
    interrupt: "enforcing",
    "finish-demolition": "demolished",
    "pass-time": "enforcing",
  },
  demolished: { "hand-back": "demolished", "claim-costs": "demolished", close: "ended", ...costs("demolished") },
  "before-court": {
    "court-answered": ["with-court", "demanded"],
    pause: "paused",
    ...self,
  },
  "with-court": { "court-ruled": ["with-court", "ended"], "note-court-execution": "ended", ...self },
  paused: {
    "note-remedy": "paused",
    "end-remedy": "paused",
    "hand-back": "paused",
    resume: ["decided", "demanded", "enforcing", "before-court"],
    "pass-time": "ended",
    ...self,
  },
  // A decision that fell and was made anew is carried out from its own service on.
  ended: { "hand-back": "ended", "take-decision": "decided", ...costs("ended") },
} as const satisfies MovesOf<Building, BuildingCommand>;

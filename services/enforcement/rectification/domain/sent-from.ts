import { present } from "../../../../shared/decider/index.ts";
import type { Rectification } from "./rectification.ts";

/** What a delivery needs of an order: to whom, by whom, and the papers that may be served. */
export const sentFromOrder = ({ party, officers, check, number, issuedOn, lettingOff, of }: Rectification) => ({
  party: { kind: party.kind, key: party.key },
  handlers: [...new Set([...officers, ...(check?.officers ?? [])].map(({ sub }) => sub))],
  ...(number === undefined || issuedOn === undefined ? {} : { order: { number, on: issuedOn } }),
  ...(lettingOff === undefined ? {} : { decision: { number: lettingOff.number, on: lettingOff.on } }),
  ...present({ case: of?.case }),
});

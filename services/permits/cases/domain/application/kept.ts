import { keep } from "../../../../../shared/decider/index.ts";
import type { Filed, Running } from "./application.ts";

const filing = {
  item: true,
  guide: true,
  office: true,
  channel: true,
  applicant: true,
  party: true,
  owner: true,
  agency: true,
  receivedOn: true,
  receivedAt: true,
  receivedBy: true,
  given: true,
  onFile: true,
  foundOnFile: true,
  concerns: true,
  residence: true,
  place: true,
  household: true,
  organ: true,
  townRole: true,
  recusals: true,
} as const;

/** A case keeps this of its filing in every state. */
export const filed = keep<Filed>(filing);

/** A case keeps this since it was accepted. */
export const runningPart = keep<Running>({
  ...filing,
  acceptedOn: true,
  acceptedBy: true,
  receipt: true,
  order: true,
  limits: true,
  missed: true,
  explanations: true,
  recountedFor: true,
  tolerance: true,
  pending: true,
  reviews: true,
  survey: true,
  joint: true,
  resolution: true,
  inspection: true,
  thirdParties: true,
  farmland: true,
  hearing: true,
  notices: true,
  fee: true,
  extension: true,
});

import { present } from "../../../common/domain/present.ts";
import type { Application, Filed, Running, WasAccepted } from "./application.ts";

/** What a case keeps of its filing, whatever state it goes to. */
export function filed(state: Application): Filed {
  const { item, guide, office, channel, applicant, receivedOn, receivedBy, given } = state;
  const { party, owner, agency, onFile, foundOnFile, concerns, residence, place, organ, townRole } = state;
  return {
    item,
    guide,
    office,
    channel,
    applicant,
    ...present({ party, owner, agency, onFile, foundOnFile, concerns, residence, place, organ, townRole }),
    receivedOn,
    receivedBy,
    given,
  };
}

/** And of all that happened since it was accepted. */
export function runningPart(state: WasAccepted): Running {
  const { acceptedOn, limits, missed, pending, reviews } = state;
  const { acceptedBy, receipt, explanations, recountedFor, tolerance, joint, resolution } = state;
  const { inspection, thirdParties, hearing, fee, extension } = state;
  return {
    ...filed(state),
    acceptedOn,
    limits,
    missed,
    pending,
    reviews,
    ...present({ acceptedBy, receipt, explanations, recountedFor, tolerance, joint, resolution }),
    ...present({ inspection, thirdParties, hearing, fee, extension }),
  };
}

import type { Status } from "../../../services/permits/cases/domain/application/application.ts";
import type { GuideContent } from "../../../services/permits/guides/domain/guide.ts";
import { isRejection } from "../../../shared/decider/index.ts";
import { day } from "../../support/deciding.ts";
import { aGiving, anAuthorisation } from "../authorisations/builders.ts";
import {
  aCommand,
  aHousehold,
  anApplication,
  aPower,
  aReviewed,
  type Case,
  type Move,
  type Moving,
  oneHousehold,
  theParty,
} from "./builders.ts";

/** A case, a command and a day on which it is lawful. */
export interface Ready {
  readonly one: Case;
  readonly command: Moving;
  readonly on: string;
}

const today = "2026-03-02";
const later = "2026-05-20";

export const withFee = { feeFen: 1000, feeBasis: "《某法》第一条" } as const;
export const immediate: Partial<GuideContent> = {
  kind: "immediate",
  promisedWorkingDays: 0,
  category: "public-service",
  steps: [
    { name: "受理核验", kind: "intake" },
    { name: "办结出件", kind: "decision" },
  ],
};
export const jointly: Partial<GuideContent> = { steps: [{ name: "联合审查", kind: "joint-review" }] };

/** Makes a case in this state ready for the command, where the state alone is not enough. */
export function ready(status: Status, type: Move): Ready {
  const forwards = type === "forward" || status === "forwarded" || status === "answered";
  const power = aPower({ townRole: forwards ? "forwards" : "decides" });
  const command = aCommand(today, power)[type];
  const plain = (one: Case): Ready => ({ one, command, on: today });
  switch (type) {
    case "decide-at-once":
      return plain(anApplication({ status, ...(status === "received" ? { guide: immediate } : {}) }));
    case "state-household":
      return plain(anApplication({ status, guide: oneHousehold, household: aHousehold }));
    case "confirm-survey": {
      const one = anApplication({ status });
      if (status === "accepted") one.tell(aCommand(today).review, today);
      return plain(one);
    }
    case "replace-chair": {
      const one = anApplication({ status: hasLimits(status) ? "accepted" : status });
      if (!hasLimits(status)) return plain(one);
      one.does("call-hearing", today);
      return plain(status === "accepted" ? one.does("resume", today) : one);
    }
    case "decide-recusal": {
      const one = anApplication({ status });
      const asked = one.tell(aCommand(today)["ask-recusal"], today);
      return isRejection(asked) ? plain(anApplication({ status })) : plain(one);
    }
    case "decide":
    case "forward":
      return plain(status === "accepted" ? aReviewed({ power }) : anApplication({ status }));
    case "consult":
      return plain(anApplication({ status, ...(status === "accepted" ? { guide: jointly } : {}) }));
    case "resolve-disagreement": {
      const one = anApplication({ status, ...(status === "accepted" ? { guide: jointly } : {}) });
      if (status === "accepted") one.lawfully({ type: "review", opinion: "disagree" }, today);
      return plain(one);
    }
    case "assign-inspectors":
      return plain(anApplication({ status, ...(hasLimits(status) ? { guide: { inspection: true } } : {}) }));
    case "pass-time":
      return { one: anApplication({ status }), command, on: later };
    case "pay-by-agent": {
      const { state: given } = anAuthorisation(aGiving({ party: theParty }));
      const one = anApplication({ status, guide: withFee });
      return { one, command: { type: "pay-by-agent", authorisation: "A-1", given }, on: today };
    }
    case "pay":
      return plain(anApplication({ status, guide: withFee }));
    case "take-payment-back": {
      const one = anApplication({ status, guide: withFee });
      return plain(overdue.includes(status) ? one.lawfully(aCommand(today).pay, today) : one);
    }
    case "explain-overdue":
      return { one: anApplication({ status, power, ...late(status) }), command, on: hasLimits(status) ? later : today };
    case "hear-parties":
    case "request-hearing":
      return plain(afterInforming(status));
    case "record-hearing":
      return afterHearing(status, command);
    default:
      return plain(anApplication({ status }));
  }
}

const hasLimits = (status: Status) => status === "accepted" || status === "paused";
const overdue = ["accepted", "paused", "granted", "refused", "forwarded", "answered", "renewed", "closed"];
const late = (status: Status) => (overdue.includes(status) ? { since: today, on: later } : {});

function afterInforming(status: Status): Case {
  if (!hasLimits(status)) return anApplication({ status });
  const one = anApplication({ status: "accepted" }).does("inform-third-parties", today);
  return status === "paused" ? one.does("pause", today) : one;
}

/** A hearing called today for a month hence; on its day the case stands still, a day later it goes on by itself. */
function afterHearing(status: Status, command: Moving): Ready {
  if (!hasLimits(status)) return { one: anApplication({ status }), command, on: today };
  const one = anApplication({ status: "accepted" }).does("call-hearing", today);
  const heldOn = day(today).add({ days: 30 });
  if (status === "paused") return { one, command, on: heldOn.toString() };
  const next = heldOn.add({ days: 1 }).toString();
  one.letPass(next);
  return { one, command, on: next };
}

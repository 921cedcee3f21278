import type { Limit, Posted } from "../../../../../shared/calendar/index.ts";
import type { OfficialNumber } from "../../../../../shared/papers/official-number.ts";
import type { Against, Appellant, Official } from "../concern.ts";

export const petitionStatuses = [
  ...["received", "returned", "elsewhere", "accepted", "concluded"],
  ...["review-asked", "reviewed", "re-review-asked", "final", "withdrawn"],
] as const;
export const stages = ["conclusion", "review", "re-review"] as const;
export type Stage = (typeof stages)[number];
export const opinionResults = ["supported", "partly", "rejected", "upheld", "changed"] as const;

/** A written opinion of one stage. The person's window runs from the day he received it. */
export interface Opinion {
  readonly stage: Stage;
  readonly on: string;
  readonly by: string;
  /** The organ that gives it. */
  readonly organ: string;
  readonly result: (typeof opinionResults)[number];
  readonly text: string;
  readonly deliveredOn?: string;
}

/** A petition (信访事项, S-10, S-11), from its receipt to the final opinion. */
export interface Petition {
  readonly status: (typeof petitionStatuses)[number];
  /** Given with the receipt; what is older than the numbers has none. */
  readonly number?: OfficialNumber;
  readonly person: Appellant;
  readonly text: string;
  readonly against: Against;
  readonly target?: Official;
  readonly receivedOn: string;
  readonly receivedAt: string;
  /** Transferred by an organ above: until this day the town objects to a petition that is not its own. */
  readonly transferred?: { readonly by: string; readonly objectBy: Limit };
  readonly lead?: string;
  readonly assignee?: Official;
  /** The organ's term of the stage that runs. */
  readonly limit: Limit;
  readonly extended: boolean;
  readonly overdue: boolean;
  readonly opinions: readonly Opinion[];
  /** The person's window to ask for a review; from the delivery. */
  readonly window?: Limit;
  readonly lookAgainOn?: string;
  readonly way?: string;
}

interface Reasoned {
  readonly reasons: string;
}
export interface Opining {
  readonly organ: string;
  readonly result: Opinion["result"];
  readonly text: string;
}

export type PetitionCommand =
  | {
      readonly type: "receive";
      readonly person: Appellant;
      readonly text: string;
      readonly against: Against;
      readonly transferredBy?: string;
    }
  | { readonly type: "identify"; readonly target: Official }
  | { readonly type: "accept"; readonly to: Official }
  | ({ readonly type: "return" } & Reasoned)
  | ({ readonly type: "send-elsewhere"; readonly way: string } & Reasoned)
  | ({ readonly type: "extend" } & Reasoned)
  | ({ readonly type: "conclude" } & Opining)
  | { readonly type: "deliver"; readonly on: string }
  | ({ readonly type: "ask-review"; readonly posted?: Posted } & Reasoned)
  | ({ readonly type: "review" } & Opining)
  | { readonly type: "withdraw" }
  | { readonly type: "disclose"; readonly reason: string }
  | { readonly type: "pass-time" };
export type PetitionCommandOf<T extends PetitionCommand["type"]> = Extract<PetitionCommand, { type: T }>;

type Of<T extends string, D extends object, P extends object = object> = {
  readonly type: `grid-events.petition.${T}`;
  readonly data: D;
  readonly personal: P;
};

export type PetitionEvent =
  | Of<
      "received",
      Pick<Petition, "number" | "receivedOn" | "limit" | "transferred">,
      Pick<Petition, "person" | "text" | "against">
    >
  | Of<"target-identified", object, { readonly target: Official }>
  | Of<
      "accepted",
      { readonly on: string; readonly lead: string; readonly limit: Limit },
      { readonly assignee: Official }
    >
  | Of<"returned", { readonly on: string }, Reasoned>
  | Of<"sent-elsewhere", { readonly way: string }, Reasoned>
  | Of<"extended", { readonly limit: Limit }, Reasoned>
  | Of<
      "concluded",
      { readonly on: string; readonly stage: Stage; readonly result: Opinion["result"]; readonly inTime: boolean },
      { readonly organ: string; readonly text: string }
    >
  | Of<"delivered", { readonly on: string; readonly window?: Limit }>
  | Of<"review-asked", { readonly stage: Stage; readonly limit: Limit }, Reasoned & { readonly posted?: Posted }>
  | Of<"final", { readonly on: string; readonly stage: Stage }>
  | Of<"withdrawn", { readonly on: string }>
  | Of<"disclosed", object, { readonly reason: string }>
  | Of<"limit-recounted", { readonly limit: Limit; readonly lookAgainOn?: string }>
  | Of<"overdue", { readonly due: string; readonly stage: Stage | "reply" }>;

import type * as z from "zod";
import type { Limit } from "../../../../../shared/calendar/index.ts";
import type { appealOutcomeTold } from "../../../../../shared/contracts/grid-appeals.ts";
import type { OfficialNumber } from "../../../../../shared/papers/official-number.ts";
import type { Against, Appellant, Official } from "../concern.ts";

export const channels = ["online", "hotline", "visit", "letter"] as const;
export const appealStatuses = [
  ...["received", "assigned", "answered", "confirmed"],
  ...["unconfirmed", "elsewhere", "withdrawn"],
] as const;
export const levels = ["office", "town", "county"] as const;
export type Level = (typeof levels)[number];
export const outcomes = ["solved", "partly", "explained"] as const;

export interface AppealAnswer {
  readonly on: string;
  readonly by: string;
  readonly level: Level;
  readonly outcome: (typeof outcomes)[number];
  readonly text: string;
}

/** What a person wants of the town (诉求, G8), through any channel. */
export interface Appeal {
  readonly status: (typeof appealStatuses)[number];
  /** Given with the receipt; what is older than the numbers has none. */
  readonly number?: OfficialNumber;
  readonly channel: (typeof channels)[number];
  /** Handed over by another service, where what was said lies. */
  readonly source?: AppealSource;
  readonly person: Appellant;
  readonly text: string;
  readonly against: Against;
  readonly target?: Official;
  readonly receivedOn: string;
  readonly receivedAt: string;
  /** The next day on which the leaders receive people. */
  readonly handlingDay: string;
  /** G-12: the first receiver leads, to the end. */
  readonly lead?: string;
  readonly helpers: readonly string[];
  readonly assignee?: Official;
  readonly level: Level;
  readonly limit: Limit;
  readonly extended: boolean;
  readonly overdue: boolean;
  readonly answers: readonly AppealAnswer[];
  /** The last day on which the person confirms or raises it. */
  readonly confirmBy?: Limit;
  readonly lookAgainOn?: string;
  readonly way?: string;
}

/** Where it was handed over from. */
export interface AppealSource {
  readonly kind: "complaint";
  readonly id: string;
}

interface Reasoned {
  readonly reasons: string;
}
/** 回音签: the paper on which a person says whether he is content; where he does not do it himself. */
interface Slip {
  readonly slip?: string;
}

/** What the login of who asks would open. */
interface Holding {
  readonly holder?: string;
}

export type AppealCommand =
  | {
      readonly type: "receive";
      readonly channel: Appeal["channel"];
      readonly person: Appellant;
      readonly text: string;
      readonly against: Against;
      /** Handed over: from where, who leads, and since when the town knew. */
      readonly handedOver?: { readonly source: AppealSource; readonly lead: string; readonly receivedOn: string };
    }
  | { readonly type: "assign"; readonly to: Official }
  | { readonly type: "bring-in"; readonly office: string }
  | { readonly type: "identify"; readonly target: Official }
  | ({ readonly type: "extend" } & Reasoned)
  | { readonly type: "answer"; readonly outcome: AppealAnswer["outcome"]; readonly text: string }
  | ({ readonly type: "confirm" } & Slip & Holding)
  | ({ readonly type: "raise" } & Slip & Reasoned & Holding)
  | ({ readonly type: "withdraw" } & Holding)
  | ({ readonly type: "send-elsewhere"; readonly way: string } & Reasoned)
  | { readonly type: "disclose"; readonly reason: string }
  | { readonly type: "pass-time" };
export type AppealCommandOf<T extends AppealCommand["type"]> = Extract<AppealCommand, { type: T }>;

type Of<T extends string, D extends object, P extends object = object> = {
  readonly type: `grid-events.appeal.${T}`;
  readonly data: D;
  readonly personal: P;
};

export type AppealEvent =
  | Of<
      "received",
      Pick<Appeal, "number" | "source" | "channel" | "receivedOn" | "handlingDay" | "limit"> & {
        readonly lead?: string;
      },
      Pick<Appeal, "person" | "text" | "against">
    >
  | Of<"assigned", { readonly lead: string }, { readonly assignee: Official }>
  | Of<"office-brought-in", { readonly office: string }>
  | Of<"target-identified", object, { readonly target: Official }>
  | Of<"extended", { readonly limit: Limit }, Reasoned>
  | Of<
      "answered",
      {
        readonly on: string;
        readonly inTime: boolean;
        readonly level: Level;
        readonly outcome: AppealAnswer["outcome"];
      },
      { readonly text: string; readonly confirmBy: Limit }
    >
  | Of<"confirmed", { readonly on: string }, Slip>
  | Of<"raised", { readonly level: Level; readonly limit: Limit }, Slip & Partial<Reasoned>>
  | Of<"unconfirmed", { readonly on: string }>
  | Of<"withdrawn", { readonly on: string }>
  | Of<"sent-elsewhere", { readonly way: string }, Reasoned>
  | Of<"outcome-told", z.infer<typeof appealOutcomeTold>>
  | Of<"disclosed", object, { readonly reason: string }>
  | Of<"limit-recounted", { readonly limit: Limit; readonly lookAgainOn?: string }>
  | Of<"overdue", { readonly due: string; readonly level: Level }>;

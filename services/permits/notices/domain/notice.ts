import type * as z from "zod";
import type * as published from "../../../../shared/contracts/permits-agents.ts";
import { type Context, type Decision, deciderOf, type MovesOf, type OfType } from "../../../../shared/decider/index.ts";
import type { NoticeRefusal } from "./refusals.ts";
import type { NoticeKind } from "./texts.ts";

type Text = { readonly zh: string; readonly en: string };

export interface NoticeAbout {
  readonly on: string;
  readonly until?: string;
  readonly item?: Text;
  readonly application?: string;
  readonly authorisation?: string;
  /** What was paid, in yuan, and the receipt for it. */
  readonly amount?: string;
  readonly receipt?: string;
}

/** Whom it is for; `resident` is his own login, where it is known. */
export interface Recipient {
  readonly name: string;
  readonly phone: string;
  readonly resident?: string;
  /** The agent's name, as the message names him; absent once he acts no more. */
  readonly agent?: string;
}

export interface Attempt {
  readonly by: string;
  readonly on: string;
  readonly channel: (typeof channels)[number];
  readonly delivered: boolean;
  /** The carrier's number of the message. */
  readonly reference?: string;
}
export const channels = ["sms", "phone", "visit", "app"] as const;

/** A message to a party (L9: the villager is told), kept with who delivered it and how. */
export interface Notice {
  readonly status: "waiting" | "delivered" | "failed";
  readonly kind: NoticeKind;
  readonly about: NoticeAbout;
  readonly to: Recipient;
  readonly attempts: readonly Attempt[];
}

export type NoticeCommand =
  | { readonly type: "tell"; readonly kind: NoticeKind; readonly about: NoticeAbout; readonly to: Recipient }
  | { readonly type: "disclose"; readonly reason: string }
  | { readonly type: "deliver"; readonly channel: Attempt["channel"]; readonly reference?: string }
  | { readonly type: "fail"; readonly channel: Attempt["channel"]; readonly reason: string };

export type NoticeEvent =
  | {
      readonly type: "permits.notice.to-party";
      readonly data: z.infer<typeof published.noticeToParty> & {
        readonly kind: NoticeKind;
        readonly about: NoticeAbout;
      };
      readonly personal: Recipient;
    }
  | {
      readonly type: "permits.notice.disclosed";
      readonly data: Record<never, never>;
      readonly personal: { readonly reason: string };
    }
  | { readonly type: "permits.notice.delivered"; readonly data: Omit<Attempt, "by" | "delivered"> }
  | {
      readonly type: "permits.notice.failed";
      readonly data: Omit<Attempt, "by" | "delivered">;
      readonly personal: { readonly reason: string };
    };

/** What failed by one channel may reach the party by another: a clerk calls, or goes there. */
export const noticeMoves = {
  waiting: { disclose: "waiting", deliver: "delivered", fail: "failed" },
  failed: { disclose: "failed", deliver: "delivered", fail: "failed" },
  delivered: {},
} as const satisfies MovesOf<Notice, NoticeCommand>;

interface NoticeWords {
  readonly state: Notice;
  readonly command: NoticeCommand;
  readonly event: NoticeEvent;
  readonly moves: typeof noticeMoves;
  readonly begins: "tell";
  readonly begun: "permits.notice.to-party";
  readonly refusal: NoticeRefusal;
}

type Ask<T extends NoticeCommand["type"]> = OfType<NoticeCommand, T>;
type Decided = Decision<NoticeEvent>;

/** A notice to a party: one per occasion, its id following from the event that gave it. */
export const notice = deciderOf<NoticeWords>({
  aggregate: "notice",
  shape: 2,
  ended: ({ status }) => status !== "waiting",
  retainedAs: "notice",
  moves: noticeMoves,
  impossible: "permits.notice-not-in-this-state",
  begin: { tell },
  // Told twice it is the same notice.
  always: { tell: () => [] },
  steps: {
    disclose: (_state, { reason }) => [{ type: "permits.notice.disclosed", data: {}, personal: { reason } }],
    deliver,
    fail: (_state, { channel, reason }, { today }) => [
      { type: "permits.notice.failed", data: { channel, on: today.toString() }, personal: { reason } },
    ],
  },
  begun: {
    "permits.notice.to-party": ({ data: { kind, about }, personal: to }) => ({
      status: "waiting",
      kind,
      about,
      to,
      attempts: [],
    }),
  },
  effects: {
    "permits.notice.disclosed": (state) => state,
    "permits.notice.delivered": (state, { data, actor: by }) => ({
      ...{ ...state, attempts: [...state.attempts, { ...data, by, delivered: true }] },
      status: "delivered",
    }),
    "permits.notice.failed": (state, { data, actor: by }) => ({
      ...{ ...state, attempts: [...state.attempts, { ...data, by, delivered: false }] },
      status: "failed",
    }),
  },
  listed: ({ status, about, to }, id) => ({
    byStatus: { partition: `notice:${status}`, sort: `${about.on}#${id}` },
    ...(about.application === undefined
      ? {}
      : { byCase: { partition: `notices:${about.application}`, sort: `${about.on}#${id}` } }),
    ...(to.resident === undefined
      ? {}
      : { byOwner: { partition: `notice:${to.resident}`, sort: `${about.on}#${id}` } }),
  }),
});

function tell({ kind, about, to }: Ask<"tell">, { today }: Context): Decided {
  const { application, authorisation } = about;
  const ids = {
    ...(application === undefined ? {} : { application }),
    ...(authorisation === undefined ? {} : { authorisation }),
  };
  return [{ type: "permits.notice.to-party", data: { kind, on: today.toString(), ...ids, about }, personal: to }];
}

function deliver(_state: Notice, { channel, reference }: Ask<"deliver">, { today }: Context): Decided {
  const data = { channel, on: today.toString(), ...(reference === undefined ? {} : { reference }) };
  return [{ type: "permits.notice.delivered", data }];
}

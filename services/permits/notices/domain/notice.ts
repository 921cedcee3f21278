import type * as z from "zod";
import type * as published from "../../../../shared/contracts/permits-agents.ts";
import type { Decider, Decision, Moves, Recorded } from "../../../../shared/decider/index.ts";
import { checkMove } from "./refusals.ts";
import type { NoticeKind } from "./texts.ts";

type Text = { readonly zh: string; readonly en: string };

export interface NoticeAbout {
  readonly on: string;
  readonly until?: string;
  readonly item?: Text;
  readonly application?: string;
  readonly authorisation?: string;
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
} as const satisfies Moves;

/** A notice to a party: one per occasion, its id following from the event that gave it. */
export const notice: Decider<Notice, NoticeCommand, NoticeEvent> = {
  aggregate: "notice",
  shape: 1,
  decide(state, command, { today }): Decision<NoticeEvent> {
    const on = today.toString();
    if (state === undefined) {
      if (command.type !== "tell") return [];
      const { kind, about, to } = command;
      const { application, authorisation } = about;
      const ids = {
        ...(application === undefined ? {} : { application }),
        ...(authorisation === undefined ? {} : { authorisation }),
      };
      return [{ type: "permits.notice.to-party", data: { kind, on, ...ids, about }, personal: to }];
    }
    if (command.type === "tell") return [];
    const impossible = checkMove(noticeMoves, "permits.notice-not-in-this-state", state.status, command.type);
    if (impossible !== undefined) return impossible;
    switch (command.type) {
      case "disclose":
        return [{ type: "permits.notice.disclosed", data: {}, personal: { reason: command.reason } }];
      case "deliver": {
        const { channel, reference } = command;
        const data = { channel, on, ...(reference === undefined ? {} : { reference }) };
        return [{ type: "permits.notice.delivered", data }];
      }
      case "fail":
        return [
          {
            type: "permits.notice.failed",
            data: { channel: command.channel, on },
            personal: { reason: command.reason },
          },
        ];
    }
  },
  evolve,
  listed: ({ status, about, to }, id) => ({
    byStatus: { partition: `notice:${status}`, sort: `${about.on}#${id}` },
    ...(to.resident === undefined
      ? {}
      : { byOwner: { partition: `notice:${to.resident}`, sort: `${about.on}#${id}` } }),
  }),
};

function evolve(state: Notice | undefined, event: Recorded<NoticeEvent>): Notice {
  if (event.type === "permits.notice.to-party") {
    const { kind, about } = event.data;
    return { status: "waiting", kind, about, to: event.personal, attempts: [] };
  }
  if (state === undefined) throw new TypeError("a notice begins by being told");
  if (event.type === "permits.notice.disclosed") return state;
  const delivered = event.type === "permits.notice.delivered";
  const attempt = { ...event.data, by: event.actor, delivered };
  return { ...state, status: delivered ? "delivered" : "failed", attempts: [...state.attempts, attempt] };
}

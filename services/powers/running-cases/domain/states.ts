import type { Side } from "../../powers/domain/sides.ts";
import type { EndedCases } from "./ended.ts";

/** What becomes of a case that was open when its power was recalled: decided in writing. */
interface Ruling {
  readonly outcome: "finish" | "transfer";
  readonly document: string;
  /** The organ that takes it over. */
  readonly to?: string;
}
export interface Settlement extends Ruling {
  readonly on: string;
  readonly by: string;
}
export interface OpenCase {
  readonly openedOn: string;
  /** Sequence of the last event of the case that was followed. */
  readonly followedTo: number;
  readonly settlement?: Settlement;
}

/** The cases under one power that are under way, and what is decided of them once the power is recalled. */
export interface CaseRegister {
  readonly code: string;
  readonly open: Readonly<Record<string, OpenCase>>;
  /** Cases that have ended, for as long as a late message may still speak of them. */
  readonly ended: EndedCases;
  /** `by`: the side that took it back, where it is recorded. It alone says what becomes of the cases. */
  readonly recall?: { readonly from: string; readonly document: string; readonly by?: Side };
  /** What becomes of the certificates granted before: the same side says it, once. Absent: nobody acts on them. */
  readonly certificates?: Settlement;
  /** The day on which the undecided cases were last brought up; absent: not yet. */
  readonly broughtUpOn?: string;
  /** When they are next. */
  readonly remindOn?: string;
}

export type RegisterCommand =
  | { readonly type: "follow"; readonly case: string; readonly sequence: number; readonly openedOn: string | undefined }
  | { readonly type: "recall"; readonly from: string; readonly document: string; readonly by?: Side }
  | { readonly type: "hand-over"; readonly from: string }
  | (Ruling & { readonly type: "settle"; readonly case: string })
  | (Ruling & { readonly type: "settle-certificates" })
  | { readonly type: "bring-up" };

export interface About {
  readonly code: string;
}
export type RegisterEvent =
  | {
      readonly type: "powers.running-case.opened";
      readonly data: About & { readonly case: string; readonly sequence: number; readonly on: string };
    }
  | {
      readonly type: "powers.running-case.ended";
      readonly data: About & { readonly case: string; readonly on: string };
    }
  | {
      readonly type: "powers.running-case.recall-noted";
      readonly data: About & { readonly from: string; readonly document: string; readonly by?: Side };
    }
  | { readonly type: "powers.running-case.recall-lifted"; readonly data: About }
  | {
      readonly type: "powers.running-case.undecided";
      readonly data: About & {
        readonly from: string;
        readonly document: string;
        readonly cases: readonly string[];
        readonly on: string;
        readonly remindOn: string;
        readonly reminder: boolean;
      };
    }
  | { readonly type: "powers.running-case.looked-at"; readonly data: About & { readonly on: string } }
  | {
      readonly type: "powers.running-case.settled";
      readonly data: About & Ruling & { readonly case: string; readonly recalledFrom: string; readonly on: string };
    }
  | {
      readonly type: "powers.running-case.certificates-settled";
      readonly data: About & Ruling & { readonly recalledFrom: string; readonly on: string };
    };

import type { Limit } from "../../../../../../shared/calendar/index.ts";
import type { PaperEntry, PoliceTransfer } from "../case.ts";
import type { AboutCase, CaseEventOf } from "./said.ts";

export interface ProposeTransfer {
  readonly type: "propose-transfer";
  readonly team: readonly string[];
  /** Digest of the report on the suspected crime. */
  readonly report: string;
  readonly reasons: string;
}
export interface DecideTransfer {
  readonly type: "decide-transfer";
  readonly approved: boolean;
  readonly reasons: string;
}
export interface TransferPolice {
  readonly type: "transfer-police";
  readonly organ: string;
  readonly letter: string;
  readonly goodsList: string;
  readonly testReports: readonly string[];
}
export interface TransferOrgan {
  readonly type: "transfer-organ";
  readonly organ: string;
  readonly letter: string;
  readonly reasons: string;
}
export interface PoliceAnswer {
  readonly type: "police-answer";
  readonly filed: boolean;
  readonly on: string;
  readonly document: string;
}
export interface HandGoodsToPolice {
  readonly type: "hand-goods-to-police";
  readonly on: string;
  readonly receipt: string;
}
export interface Return {
  readonly type: "return-from-police" | "return-from-organ";
  readonly on: string;
  readonly document: string;
  /** CF-27b: the parties whom a court has fined for it. */
  readonly courtFined?: readonly string[];
}

/** Commands: transfers to the police or another organ, and back. */
export type TransferCommand =
  | ProposeTransfer
  | DecideTransfer
  | TransferPolice
  | TransferOrgan
  | PoliceAnswer
  | HandGoodsToPolice
  | Return;

/** Events: transfers to the police or another organ, and back. */
export type TransferEvent =
  | CaseEventOf<
      "transfer-proposed",
      Pick<PoliceTransfer, "reportedOn" | "decideBy"> & { readonly paper: PaperEntry },
      { readonly handlers: readonly string[]; readonly reasons: string }
    >
  | CaseEventOf<
      "transfer-decided",
      { readonly approved: boolean; readonly at: string; readonly handOverBy?: string },
      { readonly reasons: string }
    >
  | CaseEventOf<
      "transferred",
      AboutCase & {
        readonly to: "police" | "organ";
        readonly organ: string;
        readonly on: string;
        readonly papers: readonly PaperEntry[];
        readonly answerBy?: Limit;
      },
      { readonly reasons?: string; readonly testReports?: readonly string[] }
    >
  | CaseEventOf<
      "police-answered",
      {
        readonly filed: boolean;
        readonly on: string;
        readonly paper: PaperEntry;
        readonly goodsBy?: Limit;
        readonly reviewBy?: Limit;
      }
    >
  | CaseEventOf<"goods-handed-to-police", { readonly on: string; readonly paper: PaperEntry }>
  | CaseEventOf<
      "returned",
      AboutCase & {
        readonly from: "police" | "organ";
        readonly on: string;
        readonly document: string;
        readonly courtFined?: readonly string[];
      }
    >;

import type { Limit } from "../../../../shared/calendar/index.ts";

/** What a department asks the town to do for it (P7). Money in fen for the whole period. */
export interface Task {
  readonly title: string;
  /** The law or document it rests on. */
  readonly basis: string;
  /** Code of the power on the town's list that the task belongs to; absent: it is on no list. */
  readonly item?: string;
  readonly period: { readonly from: string; readonly to: string };
  readonly workload: { readonly unit: string; readonly perYear: number; readonly persons: number };
  readonly moneyFen: number;
  readonly approval?: Approval;
}

/** Who allowed a task that is on no list, and by which document. */
export interface Approval {
  readonly document: string;
  readonly by: string;
  readonly date: string;
}

interface Proposed extends Task {
  readonly department: string;
  readonly proposedOn: string;
  readonly answer: Limit;
  /** T-10: the limit has passed, and its year is not announced yet: the next day on which it is looked at. */
  readonly lookAgainOn?: string;
  readonly overdue: boolean;
}
export type Duty =
  | (Proposed & { readonly status: "proposed" })
  | (Proposed & { readonly status: "admitted"; readonly answeredOn: string; readonly ground: AdmissionGround })
  | (Proposed & {
      readonly status: "refused";
      readonly answeredOn: string;
      readonly ground: RefusalGround;
      readonly reasons?: string;
    })
  | (Proposed & { readonly status: "withdrawn"; readonly withdrawnOn: string });

export type DutyStatus = Duty["status"];
export const dutyStatuses = ["proposed", "admitted", "refused", "withdrawn"] as const satisfies readonly DutyStatus[];
export type AdmissionGround = "on-the-list" | "approved";
export type RefusalGround = "reasons" | "approval-or-money-missing";

/** The power the task names, as the list has it. */
export interface ListedItem {
  readonly code: string;
  readonly sourceDepartment: string;
}

export interface Propose {
  readonly type: "propose";
  readonly task: Task;
  readonly listed: ListedItem | undefined;
}
export type DutyCommand =
  | Propose
  | { readonly type: "supply"; readonly approval?: Approval; readonly moneyFen?: number }
  | { readonly type: "admit" }
  | { readonly type: "refuse"; readonly reasons: string }
  | { readonly type: "withdraw" }
  | { readonly type: "pass-time" };

/** What every event of a duty says of itself. */
interface About {
  readonly department: string;
  readonly title: string;
}

export type DutyEvent =
  | {
      readonly type: "powers.duty.proposed";
      readonly data: About & Task & { readonly proposedOn: string; readonly answer: Limit };
    }
  | {
      readonly type: "powers.duty.supplied";
      readonly data: About & { readonly approval?: Approval; readonly moneyFen: number };
    }
  | {
      readonly type: "powers.duty.admitted";
      readonly data: About &
        Pick<Task, "basis" | "item" | "period" | "workload" | "moneyFen" | "approval"> & {
          readonly on: string;
          readonly ground: AdmissionGround;
          readonly overdue: boolean;
        };
    }
  | {
      readonly type: "powers.duty.refused";
      readonly data: About & { readonly on: string; readonly ground: RefusalGround; readonly overdue: boolean };
      readonly personal?: { readonly reasons: string };
    }
  | {
      readonly type: "powers.duty.answer-recounted";
      readonly data: About & { readonly answer: Limit; readonly lookAgainOn?: string };
    }
  | { readonly type: "powers.duty.answer-overdue"; readonly data: About & { readonly due: string } }
  | { readonly type: "powers.duty.withdrawn"; readonly data: About & { readonly on: string } };

import type { PowerCategory } from "../../../../shared/contracts/powers.ts";
import type { Adjustment } from "../../../../shared/powers-in-force/index.ts";
import type { Power } from "../../powers/domain/power.ts";
import type { Side } from "../../powers/domain/sides.ts";
import type { ReadinessRecord } from "../../readiness/domain/record.ts";
import type { Advice, Reason } from "./advice.ts";
import type { Figures } from "./figures.ts";

export const outcomes = ["keep", "train", "suspend", "adjust", "recall"] as const;
export const evaluationStatuses = ["interim", "open", "training-due", "decided"] as const;

/** What the figures were counted from, so that they can be counted again. */
export interface Sources {
  /** Cases, complaints and ratings counted, and the digest of their ids and versions in order. */
  readonly counted: number;
  readonly digest: string;
  /** Documents by which decisions were overturned. */
  readonly documents: readonly string[];
  /** Version of the roster that officers and trained staff were counted from; 0: there is none. */
  readonly roster: number;
}

/** A power's year, looked at (P6): figures frozen with their sources, what they advise, and what a person decided. */
export interface Opened {
  readonly code: string;
  readonly year: number;
  readonly name: { readonly zh: string; readonly en: string };
  readonly category: PowerCategory;
  readonly domain: string;
  readonly interim: boolean;
  readonly openedOn: string;
  readonly figures: Figures;
  readonly sources: Sources;
  readonly advice: Advice;
  readonly reasons: readonly Reason[];
  /** The published rules by which it was advised. */
  readonly rules: string;
  /** The power was taken back by the day of the evaluation. */
  readonly recalled?: { readonly from: string; readonly document: string };
}

/** A decision says in public why; it names nobody. */
export interface Decided {
  readonly outcome: (typeof outcomes)[number];
  readonly reasons: string;
  /** Why something else was decided than advised. */
  readonly otherwise?: string;
  /** The document of a recall. */
  readonly document?: string;
  /** The side that decided it: it alone resumes what it suspended, and settles what it recalled. */
  readonly side?: Side;
  /** What an adjustment changes. */
  readonly adjustment?: Adjustment;
}

export type Evaluation = Opened & {
  readonly status: (typeof evaluationStatuses)[number];
  readonly decision?: Decided & { readonly on: string };
  /** By when people are to be trained, and the record that says so. */
  readonly training?: { readonly due: string; readonly overdue: boolean; readonly record?: string };
};

export type EvaluationCommand =
  | {
      readonly type: "open";
      readonly year: number;
      readonly interim: boolean;
      readonly power: Power;
      readonly figures: Figures;
      readonly sources: Sources;
    }
  | { readonly type: "decide"; readonly decision: Decided; readonly power: Power | undefined }
  | { readonly type: "train"; readonly record: string; readonly made: ReadinessRecord | undefined }
  | { readonly type: "pass-time" };

interface About {
  readonly code: string;
  readonly year: number;
}
export type EvaluationEvent =
  | { readonly type: "powers.evaluation.opened"; readonly data: Opened }
  | {
      readonly type: "powers.evaluation.decided";
      readonly data: About & Decided & { readonly advice: Advice; readonly on: string; readonly trainBy?: string };
    }
  | {
      readonly type: "powers.evaluation.trained";
      readonly data: About & { readonly record: string; readonly on: string };
    }
  | { readonly type: "powers.evaluation.training-overdue"; readonly data: About & { readonly due: string } };

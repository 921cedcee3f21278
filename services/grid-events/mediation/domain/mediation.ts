import type { Limit } from "../../../../shared/calendar/index.ts";
import type { OfficialNumber } from "../../../../shared/papers/official-number.ts";
import type { RecusalGround } from "../../../../shared/people/index.ts";

export const mediationStatuses = ["proposed", "open", "agreed", "closed", "declined", "ended", "failed"] as const;
export const agreementForms = ["written", "oral"] as const;

/** Somebody in a dispute. He is protected: only the mediator and the parties read who he is. */
export interface Disputant {
  readonly key: string;
  readonly name: string;
  readonly phone?: string;
  /** His login, where he has one. He then speaks for himself. */
  readonly owner?: string;
}

export interface Agreement {
  readonly form: (typeof agreementForms)[number];
  readonly text: string;
  readonly effectiveOn: string;
}

export interface FollowUp {
  readonly due: string;
  readonly missed: boolean;
  readonly done?: { readonly on: string; readonly kept: boolean };
}

/** The mediation of a dispute (矛盾纠纷调解, G7): voluntary and free (G-15). */
export interface Mediation {
  readonly status: (typeof mediationStatuses)[number];
  /** Given when it is asked for; what is older than the numbers has none. */
  readonly number?: OfficialNumber;
  readonly parties: readonly Disputant[];
  readonly subject: string;
  /** The matter of the grid from which it came. */
  readonly event?: string;
  readonly proposedOn: string;
  readonly proposedAt: string;
  /** Parties that want it, by their keys. */
  readonly consented: readonly string[];
  readonly mediator?: string;
  /** Who cannot mediate it: with why. */
  readonly excluded: readonly { readonly sub: string; readonly why: RecusalGround | "refused-by-party" }[];
  readonly sessions: readonly { readonly on: string; readonly present: readonly string[]; readonly notes: string }[];
  /** G-16: normally one month from when all want it. */
  readonly limit?: Limit;
  readonly overdue: boolean;
  readonly agreement?: Agreement;
  /** G-15: until this day the parties apply to the court together. */
  readonly confirmBy?: Limit;
  readonly confirmed?: { readonly on: string; readonly document: string };
  readonly followUps: readonly FollowUp[];
  /** The ways that the parties were told when it ended without an agreement. */
  readonly ways: readonly string[];
  readonly dangers: number;
}

interface Of<T extends string> {
  readonly type: T;
}
type For = { readonly party: string };
type Reasoned = { readonly reasons: string };

export type MediationCommand =
  | (Of<"propose"> & {
      readonly parties: readonly Omit<Disputant, "key">[];
      readonly subject: string;
      readonly event?: string;
    })
  | (Of<"consent"> & For)
  | (Of<"decline"> & For & Partial<Reasoned>)
  | (Of<"appoint"> & { readonly mediator: string })
  | (Of<"refuse-mediator"> & For)
  | (Of<"declare-conflict"> & { readonly ground: RecusalGround })
  | (Of<"hold-session"> & { readonly on: string; readonly present: readonly string[]; readonly notes: string })
  | (Of<"prolong"> & { readonly agreedBy: readonly string[] })
  | (Of<"agree"> & Omit<Agreement, "effectiveOn"> & { readonly agreedBy: readonly string[] })
  | (Of<"end"> & For & Partial<Reasoned>)
  | (Of<"fail"> & Reasoned)
  | (Of<"record-confirmation"> & {
      readonly appliedOn: string;
      readonly by: readonly string[];
      readonly document: string;
    })
  | (Of<"follow-up"> & { readonly kept: boolean; readonly notes: string })
  | (Of<"report-danger"> & { readonly what: string })
  | Of<"pass-time">;
export type MediationCommandOf<T extends MediationCommand["type"]> = Extract<MediationCommand, { type: T }>;

interface Told<T extends string, D extends object, P extends object = object> {
  readonly type: `grid-events.mediation.${T}`;
  readonly data: D;
  readonly personal: P;
}
type Ways = { readonly ways: readonly string[] };

export type MediationEvent =
  | Told<
      "proposed",
      { readonly on: string; readonly event?: string } & Pick<Mediation, "number">,
      Pick<Mediation, "parties" | "subject">
    >
  | Told<"consented", For>
  | Told<"opened", { readonly limit: Limit }>
  | Told<"declined", For & Ways, Partial<Reasoned>>
  | Told<"mediator-appointed", object, { readonly mediator: string }>
  | Told<"mediator-left", { readonly why: Mediation["excluded"][number]["why"] }>
  | Told<"session-held", { readonly on: string; readonly present: readonly string[] }, { readonly notes: string }>
  | Told<"prolonged", { readonly limit: Limit }>
  | Told<
      "agreed",
      Pick<Agreement, "form" | "effectiveOn"> & { readonly confirmBy: Limit; readonly followUps: readonly string[] },
      { readonly text: string }
    >
  | Told<"ended", For & Ways, Partial<Reasoned>>
  | Told<"failed", Ways, Reasoned>
  | Told<"confirmation-recorded", { readonly on: string; readonly document: string }>
  | Told<"followed-up", { readonly on: string; readonly kept: boolean } & Ways, { readonly notes: string }>
  | Told<"closed", { readonly on: string }>
  | Told<"danger-reported", { readonly on: string; readonly event?: string }, { readonly what: string }>
  | Told<"overdue", { readonly due: string; readonly what: "mediation" | "follow-up" }>;

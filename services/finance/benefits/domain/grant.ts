import { type Decision, deciderOf, type MovesOf, type OfType, present } from "../../../../shared/decider/index.ts";
import type { Fen } from "../../../../shared/money/index.ts";
import { type BenefitRefusal, badInput, notNow, refuse } from "./refusals.ts";

interface Granted {
  readonly programme: string;
  readonly beneficiary: string;
  readonly document: string;
  /** The most that a month gives. */
  readonly amount: Fen;
  /** First and last month, `2026-01`. */
  readonly from: string;
  readonly until?: string;
}
/** That somebody may get a benefit (资格): by which document, how much, and for which months. */
export interface Grant extends Granted {
  readonly status: "open" | "ended";
}
export const grantId = (programme: string, beneficiary: string): string => `${programme}:${beneficiary}`;

/** Whether a grant gives something for a month. */
export const isGrantedIn = ({ from, until }: Pick<Grant, "from" | "until">, month: string): boolean =>
  from <= month && (until === undefined || month <= until);

export type GrantCommand =
  | ({
      readonly type: "grant";
      /** What stands about the person and the programme. */
      readonly isKnown: boolean;
      readonly programmeFrom: string | undefined;
      /** What he gets by programmes that exclude this one, or that it excludes. */
      readonly others: readonly (Grant | undefined)[];
    } & Granted)
  | { readonly type: "end"; readonly until: string; readonly document: string };
export type GrantEvent =
  | { readonly type: "finance.benefit-grant.granted"; readonly data: Granted }
  | {
      readonly type: "finance.benefit-grant.ended";
      readonly data: { readonly until: string; readonly document: string };
    };

/** States of a grant and what moves them. An ended one is granted anew by another document. */
export const grantMoves = {
  open: { end: "ended" },
  ended: { grant: "open" },
} as const satisfies MovesOf<Grant, GrantCommand>;

const overlap = (a: Pick<Grant, "from" | "until">, b: Pick<Grant, "from" | "until">): boolean =>
  a.from <= (b.until ?? "9999-12") && b.from <= (a.until ?? "9999-12");

/** F13: nobody gets two benefits that exclude each other in one month. */
function grant(
  state: Grant | undefined,
  { type: _type, isKnown, programmeFrom, others, ...data }: OfType<GrantCommand, "grant">,
): Decision<GrantEvent> {
  if (!isKnown) return badInput("finance.beneficiary-unknown", {}, "/beneficiary");
  if (programmeFrom === undefined) return badInput("finance.programme-stopped", {}, "/programme");
  if (data.from < programmeFrom) return badInput("finance.grant-before-programme", { from: programmeFrom }, "/from");
  if (data.until !== undefined && data.until < data.from) return badInput("finance.grant-days-inverted", {}, "/until");
  if (state !== undefined && overlap(state, data)) return notNow("finance.grant-stands", { from: state.from });
  const other = others.find((one) => one !== undefined && overlap(one, data));
  if (other !== undefined) return refuse("finance.other-benefit", { programme: other.programme });
  return [{ type: "finance.benefit-grant.granted", data }];
}

/** That somebody may get a benefit. */
export const benefitGrant = deciderOf<{
  readonly state: Grant;
  readonly command: GrantCommand;
  readonly event: GrantEvent;
  readonly moves: typeof grantMoves;
  readonly begins: "grant";
  readonly begun: "finance.benefit-grant.granted";
  readonly refusal: BenefitRefusal;
}>({
  aggregate: "benefit-grant",
  shape: 1,
  moves: grantMoves,
  impossible: "finance.grant-not-in-this-state",
  begin: { grant: (command) => grant(undefined, command) },
  steps: {
    grant,
    end: ({ from }, { until, document }) =>
      until < from
        ? badInput("finance.grant-days-inverted", {}, "/until")
        : [{ type: "finance.benefit-grant.ended", data: { until, document } }],
  },
  begun: { "finance.benefit-grant.granted": ({ data }) => ({ status: "open", ...data }) },
  effects: {
    "finance.benefit-grant.ended": (state, { data: { until } }) => ({
      ...state,
      status: "ended",
      ...present({ until }),
    }),
  },
  listed: ({ programme, beneficiary, status }, id) => ({
    byStatus: { partition: `benefit-grant:${programme}:${status}`, sort: id },
    byOwner: { partition: `benefit-grants:${beneficiary}`, sort: id },
  }),
});

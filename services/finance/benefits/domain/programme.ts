import { type Decision, deciderOf, type MovesOf, type OfType } from "../../../../shared/decider/index.ts";
import { type BenefitRefusal, badInput, notNow } from "./refusals.ts";

/** A benefit (低保、救灾、失地补助、养老): by which document, and beside which others it is not given. */
export interface Programme {
  readonly status: "running" | "stopped";
  readonly title: string;
  readonly document: string;
  /** First month that it is for, `2026-01`. */
  readonly from: string;
  /** Programmes whose benefit nobody gets beside this one. */
  readonly excludes: readonly string[];
}
export type ProgrammeCommand =
  | ({ readonly type: "start"; readonly id: string } & Omit<Programme, "status">)
  | { readonly type: "stop"; readonly document: string };
export type ProgrammeEvent =
  | { readonly type: "finance.benefit-programme.started"; readonly data: Omit<Programme, "status"> }
  | { readonly type: "finance.benefit-programme.stopped"; readonly data: { readonly document: string } };

/** States of a programme and what moves them. */
export const programmeMoves = {
  running: { stop: "stopped" },
  stopped: {},
} as const satisfies MovesOf<Programme, ProgrammeCommand>;

function start({ type: _type, id, ...data }: OfType<ProgrammeCommand, "start">): Decision<ProgrammeEvent> {
  if (data.excludes.includes(id)) return badInput("finance.programme-excludes-itself", {}, "/excludes");
  return [{ type: "finance.benefit-programme.started", data }];
}

/** A programme of benefits. */
export const programme = deciderOf<{
  readonly state: Programme;
  readonly command: ProgrammeCommand;
  readonly event: ProgrammeEvent;
  readonly moves: typeof programmeMoves;
  readonly begins: "start";
  readonly begun: "finance.benefit-programme.started";
  readonly refusal: BenefitRefusal;
}>({
  aggregate: "benefit-programme",
  shape: 1,
  moves: programmeMoves,
  impossible: "finance.programme-not-in-this-state",
  begin: { start },
  steps: { stop: (_state, { document }) => [{ type: "finance.benefit-programme.stopped", data: { document } }] },
  always: { start: (_state, { id }) => notNow("finance.programme-known", { programme: id }) },
  begun: { "finance.benefit-programme.started": ({ data }) => ({ status: "running", ...data }) },
  effects: { "finance.benefit-programme.stopped": (state) => ({ ...state, status: "stopped" }) },
  listed: (_state, id) => ({ byStatus: { partition: everyProgramme, sort: id } }),
});

/** The partition of `byStatus` with all programmes. */
export const everyProgramme = "benefit-programme:all";

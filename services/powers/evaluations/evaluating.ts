import { todayIn } from "../../../shared/calendar/index.ts";
import type { Runtime } from "../../../shared/service/index.ts";
import { digest, everythingIn, type Loaded } from "../../../shared/store/index.ts";
import { entryOn } from "../powers/domain/entry.ts";
import type { Power } from "../powers/domain/power.ts";
import { readiness, theRoster } from "../readiness/domain/decider.ts";
import { foundFor } from "../readiness/domain/judging.ts";
import type { Readiness } from "../readiness/domain/readiness.ts";
import { evaluation, evaluationsOf } from "./domain/decider.ts";
import type { Evaluation, EvaluationCommand } from "./domain/evaluation.ts";
import { figuresOf } from "./domain/figures.ts";
import { overturned } from "./domain/overturned.ts";
import { counted, volumeOf } from "./domain/volumes.ts";

export const rosterOf = ({ store }: Runtime) => store.load(readiness, theRoster);

/** The command that opens the evaluation of a power: everything counted now, and what it was counted from. */
export async function opening(
  power: Power,
  year: number,
  interim: boolean,
  roster: Loaded<Readiness> | undefined,
  { store, clock }: Runtime,
): Promise<EvaluationCommand> {
  const today = todayIn(clock());
  const ofYear = { index: "byCode", partition: volumeOf(power.code, `${year}`) };
  const entries = await everythingIn(store, counted, ofYear);
  const decisions = (await store.load(overturned, power.code))?.state.decisions ?? [];
  const { domain } = entryOn(power, today);
  const found = (kind: "officers" | "trained") =>
    roster === undefined ? 0 : foundFor(roster.state, kind, domain, today.toString());
  const staff = { certifiedOfficers: found("officers"), trainedStaff: found("trained") };
  const volume = entries.map(({ state }) => state);
  return {
    type: "open",
    year,
    interim,
    power,
    figures: figuresOf(volume, decisions, year, staff),
    sources: {
      counted: entries.length,
      digest: digest(entries.map(({ id, version }) => [id, version])),
      documents: decisions.filter(({ date }) => date.startsWith(`${year}-`)).map(({ document }) => document),
      roster: roster?.version ?? 0,
    },
  };
}

/** Every evaluation of a year. */
export async function evaluationsIn({ store }: Runtime, year: number): Promise<Evaluation[]> {
  const found = await everythingIn(store, evaluation, { index: "byCode", partition: evaluationsOf(year) });
  return found.map(({ state }) => state);
}

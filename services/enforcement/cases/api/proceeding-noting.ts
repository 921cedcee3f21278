import { todayIn } from "../../../../shared/calendar/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { member } from "../../../../shared/store/index.ts";
import type { ProceedingOutcome, ProceedingStatus } from "../domain/case/case.ts";
import { penaltyCase } from "../domain/case/decider.ts";
import type { CasePaper } from "../domain/case/papers.ts";
import { penalRecordId } from "../domain/penal-record/id.ts";
import { penalRecord } from "../domain/penal-record/penal-record.ts";
import { proceeding } from "../domain/proceeding/decider.ts";
import { placeOf } from "./proceeding-facts.ts";

interface Asked {
  readonly id: string;
  readonly runtime: Runtime;
}
interface Noted {
  readonly status: ProceedingStatus;
  readonly outcome?: ProceedingOutcome;
  /** The paper that the step makes. */
  readonly paper?: CasePaper;
}

/** CF-57a: what the case is told, in one commit with the step: a case that is suspended at that moment refuses it. */
export function noteFor({ id, runtime }: Asked, { status, outcome, paper }: Noted) {
  const { party } = placeOf(id);
  const on = todayIn(runtime.clock()).toString();
  return {
    type: "note-proceeding" as const,
    ...{ party, status },
    ...(outcome === undefined ? {} : { outcome }),
    ...(paper === undefined ? {} : { papers: [{ kind: paper, party, reference: id, on }] }),
  };
}

export const caseOf = ({ id }: Pick<Asked, "id">) => member(penaltyCase, placeOf(id).caseId);

/** What the case is told by a step that always tells it the same. */
export const noting = (noted: Noted) => ({
  members: (asked: Asked) => ({ case: caseOf(asked) }),
  commands: (asked: Asked) => ({ case: noteFor(asked, noted) }),
});

/** The charged acts of a party, with the register of earlier penalties of their kinds. */
export async function actsCharged({ id, runtime }: Asked) {
  const { caseId } = placeOf(id);
  const [own, of] = await Promise.all([runtime.store.load(proceeding, id), runtime.store.load(penaltyCase, caseId)]);
  const { party, charges } = own?.state ?? {};
  const decision = own !== undefined && "decision" in own.state ? own.state.decision : undefined;
  const days = new Map<string, string>();
  for (const { code, act } of charges?.items ?? []) {
    const done = of?.state.acts.find((one) => one.id === act);
    const day = done?.until ?? done?.from ?? "";
    if (day > (days.get(code) ?? "")) days.set(code, day);
  }
  return [...days].map(([code, actOn]) => ({
    code,
    actOn,
    record: penalRecordId(runtime.keyed, party?.key ?? "", code),
    kept: decision !== undefined && keptOf(decision) !== undefined,
  }));
}
interface Outcome {
  readonly outcome: string;
  readonly ground?: string;
}
/** CF-33a: as what the register keeps a decision; undefined: it keeps nothing of it. */
export function keptOf({ outcome, ground }: Outcome): "punished" | "let-off" | undefined {
  if (outcome === "punish") return "punished";
  return outcome === "no-penalty" && (ground === "minor" || ground === "first-time") ? "let-off" : undefined;
}

export type ActsCharged = Awaited<ReturnType<typeof actsCharged>>;

export const recordsOf = (acts: ActsCharged | undefined) =>
  (acts ?? []).map(({ record }) => member(penalRecord, record, { expects: "either" }));

import type { Actor, Decider, DomainEvent } from "../decider/index.ts";
import { type Problem, problem } from "../http/problem.ts";
import type { KeptFile } from "../papers/kept.ts";
import { putOnRecord, type Runtime } from "../service/index.ts";
import type { Loaded } from "../store/index.ts";
import { type HandedOut, handOut } from "./hand-out.ts";

/** P-15: that staff were shown a paper, as what, and why. */
export interface DisclosePaper {
  readonly type: "disclose";
  readonly as: "html" | "pdf";
  readonly reason: string;
}

/** P-1: who hands a paper out, decides on it or keeps it is shown it for that. */
const byDuty = "依职责办理、送达或者归档";

/** A file of a paper that is not the one that was drawn up: counted, and never handed out. */
export function damagedPaper({ observability }: Pick<Runtime, "observability">): never {
  observability.count("DocumentsDamaged");
  throw new Error("a paper's file is not the one that was drawn up");
}

/** P-8: its time is over, and it was taken away. */
export const isErasedPaper = ({ retained }: Pick<Loaded<unknown>, "retained">): boolean =>
  retained?.erased?.includes("paper") === true;

interface Reading<S, C, E extends DomainEvent> {
  readonly of: Decider<S, C | DisclosePaper, E>;
  readonly paper: Loaded<S>;
  readonly as: DisclosePaper["as"];
  /** The file, drawn first where nobody has asked for it; undefined: it is lost. */
  readonly file: () => Promise<KeptFile | undefined>;
  readonly name: string;
  readonly actor: Actor;
  /** His own paper: he reads it as he likes, and nothing is put on record. */
  readonly own: boolean;
}

/**
 * Hands out the kept file of a paper. P-15: before staff are shown it, it is on record who was, and why. Who may read it the caller has
 * asked. P-8: what was taken away answers 410.
 * @throws Error if the file is lost or altered, or the reading cannot be put on record
 */
export async function readPaper<S, C, E extends DomainEvent>(
  { of, paper, as, file, name, actor, own }: Reading<S, C, E>,
  runtime: Runtime,
): Promise<HandedOut | Problem> {
  if (isErasedPaper(paper)) return problem(410, "record.erased");
  const kept = await file();
  const answer = kept === undefined ? undefined : await handOut(runtime.files, kept, `${name}-${paper.id}.${as}`);
  if (answer === undefined) return damagedPaper(runtime);
  if (own) return answer;
  await putOnRecord({ of, id: paper.id, command: { type: "disclose", as, reason: byDuty }, as, actor }, runtime);
  return answer;
}

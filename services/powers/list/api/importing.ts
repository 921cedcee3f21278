import { randomUUID } from "node:crypto";
import type { Actor } from "../../../../shared/decider/index.ts";
import { type Answer, type Problem, type ProblemTexts, problem, type Request } from "../../../../shared/http/index.ts";
import { fromRejection } from "../../../../shared/http/problem.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { digest, sha256 } from "../../../../shared/store/index.ts";
import { inParts } from "../../powers/domain/importing/import-part.ts";
import type { AskedImport, ListImportCommand, PartChange } from "../../powers/domain/importing/words.ts";
import { carryOutImport, importsOf, inLanes, layDownPart, tellImports } from "../../powers/index.ts";
import type { Plan } from "../domain/plan.ts";
import { isEmpty, reportOf, reportOfImport } from "./import-report.ts";

/** Holds what was sent against the list as it is now. */
export type Planning = () => Promise<Plan>;

interface Importing {
  readonly id: string;
  readonly asked: AskedImport;
  readonly plan: Planning;
  readonly by: Actor;
  readonly refusing: (faults: Plan["faults"]) => Problem;
}

/** A11: so many changes are carried out before the answer; more of them go on by events. */
const atOnce = 300;

/** An attempt has an id of its own: what an earlier attempt left behind is not met again. */
export const newImportId = () => randomUUID();

/** By what a repetition is known: the person's `Idempotency-Key`, if there is one, and the digest of what was sent. */
export const askedFor = ({ idempotencyKey }: Request, { sub }: Actor, content: unknown): AskedImport => ({
  digest: digest(content).slice(0, 32),
  ...(idempotencyKey === undefined ? {} : { key: sha256(JSON.stringify([sub, idempotencyKey])).slice(0, 24) }),
});

/** The answer of the first time, where the key was used before; undefined: it was not. */
export async function repetitionOf(asked: AskedImport, runtime: Runtime): Promise<Answer | Problem | undefined> {
  if (asked.key === undefined) return undefined;
  const { running, done = [] } = (await importsOf(runtime)) ?? {};
  const known = [...(running === undefined ? [] : [running]), ...done].find((one) => one.asked.key === asked.key);
  if (known === undefined) return undefined;
  if (known.asked.digest !== asked.digest) return problem(422, "request.command-id-reused");
  return answered(runtime, known.id);
}

/**
 * X5: opens the list, lays the parts down, switches, and carries the import out. Before the switch nothing of the list has
 * changed; after it the whole import counts, even if the process dies.
 */
export async function importList(
  { id, asked, plan: planning, by, refusing }: Importing,
  runtime: Runtime,
  texts: ProblemTexts,
): Promise<Answer | Problem> {
  const { sub, name, roles } = by;
  const tell = (command: ListImportCommand) =>
    tellImports(runtime, command, by, sha256(`${id}|${command.type}`).slice(0, 24));
  const opened = await tell({ type: "open", id, asked, by: { sub, name, roles } });
  if (opened.kind === "rejected") return fromRejection(opened.rejection, texts);
  const abandon = () => tell({ type: "abandon", id });
  try {
    // Nobody changes an entry from here on: what is planned now is true at the switch.
    const plan = await planning();
    if (plan.faults.length > 0 || isEmpty(plan)) {
      await abandon();
      return plan.faults.length > 0 ? refusing(plan.faults) : { status: 200, body: reportOf(plan, false) };
    }
    const parts = await layDown(runtime, id, plan, by);
    const counts = { fresh: plan.fresh.length, changed: plan.changed.length };
    const adopted = await tell({ type: "adopt", id, parts, ...counts });
    if (adopted.kind === "rejected") return fromRejection(adopted.rejection, texts);
    if (counts.fresh + counts.changed <= atOnce) await carryOutImport(runtime);
  } catch (error) {
    // After the switch this changes nothing: the import goes on by events.
    await abandon();
    throw error;
  }
  return answered(runtime, id);
}

/** Lays down the parts of a plan. @returns how many there are */
async function layDown(runtime: Runtime, id: string, plan: Plan, by: Actor): Promise<number> {
  const parts = inParts(changesOf(plan));
  const first = { same: plan.unchanged, absent: plan.absent };
  await inLanes([...parts.entries()], async ([at, changes]) => {
    await layDownPart(runtime, id, at, { changes, ...(at === 0 ? first : {}) }, by);
  });
  return parts.length;
}

const changesOf = ({ fresh, changed }: Plan): PartChange[] => [
  ...fresh.map((entry): PartChange => ({ code: entry.code, command: { type: "list", power: entry } })),
  ...changed.map(({ code, command }): PartChange => ({ code, command })),
];

/** 200 when the import is carried out; 202 with where to look while it goes on. */
async function answered(runtime: Runtime, id: string): Promise<Answer | Problem> {
  const body = await reportOfImport(runtime, id);
  if (body === undefined) return problem(409, "powers.import-under-way");
  if (body.status === "done") return { status: 200, body };
  return { status: 202, headers: { location: `/powers/imports/${id}` }, body };
}

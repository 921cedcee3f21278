import * as z from "zod";
import type { Actor } from "../../../../shared/decider/index.ts";
import {
  hasRole,
  isProblem,
  type Problem,
  type ProblemTexts,
  problem,
  type Request,
  type Route,
} from "../../../../shared/http/index.ts";
import { textOf } from "../../../../shared/http/problem.ts";
import { parseInput } from "../../../../shared/http/validation.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { StoreBusy } from "../../../../shared/store/index.ts";
import { eventSteps, mergingSteps } from "../../events/index.ts";

/** The very routes of matters: a row has no way of its own to change a matter. */
const steps: ReadonlyMap<string, Route> = new Map(
  [...eventSteps, ...mergingSteps].flatMap((route) =>
    // Who reported is read one by one, where it is shown.
    route.step === undefined || route.step === "disclose" ? [] : [[route.step, route] as const],
  ),
);

const row = z.strictObject({
  /** Made by the client, once for each row: sent again it is answered again. */
  key: z.string().regex(/^[0-9A-Za-z_-]{1,64}$/),
  event: z.string().regex(/^[0-9A-Za-z-]{1,64}$/),
  does: z.string().regex(/^[a-z-]{1,40}$/),
  /** Only in this version of the matter. */
  expectedVersion: z.int().min(1).max(1_000_000).exactOptional(),
  body: z.record(z.string().regex(/^[A-Za-z]{1,40}$/), z.unknown()).default({}),
});
type Row = z.output<typeof row>;
const named = z.looseObject({ key: row.shape.key });
/** More than fit into the bytes of a request: what is too much is told how to split. */
const rows = z.strictObject({
  rows: z
    .array(z.union([row, z.looseObject({})]))
    .min(1)
    .max(1_000_000),
});

const answer = z.object({
  key: z.string().optional(),
  position: z.int(),
  result: z.enum(["done", "refused"]),
  httpStatus: z.int(),
  version: z.int().optional(),
  code: z.string().optional(),
  text: z.object({ zh: z.string(), en: z.string() }).optional(),
});
type Answered = z.input<typeof answer>;
const done = z.object({ version: z.int() });

interface Doing {
  readonly actor: Actor;
  readonly request: Request;
  readonly runtime: Runtime;
  readonly texts: ProblemTexts;
}

/** One row as the route of its step would answer it: with its roles, schema, rules and conditions. */
async function carryOutRow(
  { key, event, does, expectedVersion, body }: Row,
  { actor, request, runtime, texts }: Doing,
): Promise<{ readonly status: number; readonly version: number } | Problem> {
  const route = steps.get(does);
  if (route === undefined || route.allow === "public" || !hasRole(actor, route.allow))
    return problem(403, "auth.role", {
      details: { allow: route === undefined || route.allow === "public" ? [] : [...route.allow] },
    });
  const params = { id: event };
  if ((await route.isKnownTo?.({ params, actor }, runtime)) === false) return problem(404, "resource.not-found");
  const read = parseInput(route.body ?? z.strictObject({}), body, texts);
  if (!read.ok) return read.problem;
  const asked = { ...request, params, query: undefined, body: read.value, actor };
  const made = await route.handle(
    {
      ...{ ...asked, idempotencyKey: `bulk|${key}` },
      ifMatch: expectedVersion === undefined ? undefined : [expectedVersion],
    },
    runtime,
    texts,
  );
  return isProblem(made) ? made : { status: made.status, version: done.parse(made.body).version };
}

const refused = ({ status, code, details = {} }: Problem, texts: ProblemTexts) => {
  const { zh, en } = textOf(code, details, texts);
  return { result: "refused" as const, httpStatus: status, code, text: { zh, en } };
};

async function answerTo(sent: unknown, position: number, doing: Doing): Promise<Answered> {
  const key = named.safeParse(sent).data?.key;
  const at = { position, ...(key === undefined ? {} : { key }) };
  const read = row.safeParse(sent);
  if (!read.success) return { ...at, ...refused(problem(400, "grid-events.row-unreadable"), doing.texts) };
  try {
    const made = await carryOutRow(read.data, doing);
    return isProblem(made)
      ? { ...at, ...refused(made, doing.texts) }
      : { ...at, result: "done", httpStatus: made.status, version: made.version };
  } catch (error) {
    // A race lost too often is the matter of this row alone.
    if (error instanceof StoreBusy) return { ...at, ...refused(problem(503, "service.busy"), doing.texts) };
    throw error;
  }
}

/** G2: many steps at once, each answered by itself. */
export const bulkRoutes: readonly Route[] = [
  {
    ...{ method: "POST", path: "/grid-events/bulk", status: 200, isCommand: false },
    allow: ["grid-worker", "dispatcher", "clerk", "officer", "squad-leader", "approver"],
    summary: {
      zh: "批量办理：逐件答复，一件不成不影响其他（数量有上限，超出413）",
      en: "Many steps at once, answered one by one; one that is refused holds up none. Beyond the limit: 413",
    },
    body: rows,
    returns: z.object({ rows: z.array(answer) }),
    async handle(request, runtime, texts) {
      const { actor } = request;
      const sent = rows.parse(request.body).rows;
      const { most } = runtime.town.gridEvents.bulk;
      if (actor === undefined) return problem(401, "auth.missing");
      if (sent.length > most)
        return problem(413, "grid-events.too-many-rows", {
          details: { most, sent: sent.length, parts: Math.ceil(sent.length / most) },
        });
      const answers: Answered[] = [];
      for (const [position, one] of sent.entries())
        answers.push(await answerTo(one, position, { actor, request, runtime, texts }));
      return { status: 200, body: { rows: answers } };
    },
  },
];

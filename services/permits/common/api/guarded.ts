import * as z from "zod";
import { todayIn } from "../../../../shared/calendar/index.ts";
import type { Actor, Decider, DomainEvent } from "../../../../shared/decider/index.ts";
import {
  command,
  knownTo,
  type Route,
  type RouteName,
  type Text,
  type Viewing,
} from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { type Loaded, throughout } from "../../../../shared/store/index.ts";
import { lineOf } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";

/** Who of the town may look at what people say of it at all; which of them is a rule of each. */
export const staff = [
  "clerk",
  "reviewer",
  "approver",
  "issuer",
  "supervisor",
  "leader",
] as const satisfies readonly Role[];

type MayRead<S> = (state: S, actor: Actor | undefined, runtime: Runtime) => boolean | Promise<boolean>;

/** A route below `{id}` that answers 404, before all else, to a caller whom the single GET answers 404. */
export const hiddenFrom = <S, C, E extends DomainEvent>(
  of: Decider<S, C, E>,
  mayRead: MayRead<S>,
  route: Route,
): Route => knownTo(of, { staff: [], own: ({ state }, actor, runtime) => mayRead(state, actor, runtime) }, route);

interface Guarded<S, C, E extends DomainEvent, V extends z.ZodType> {
  readonly of: Decider<S, C, E>;
  /** Below which path: `/permits/complaints`. */
  readonly at: `/${string}`;
  readonly mayRead: MayRead<S>;
  readonly returns: V;
  readonly view: (loaded: Loaded<S>, viewing: Viewing) => z.input<V>;
}
interface Step<B extends z.ZodType, C> {
  readonly summary: Text;
  readonly allow: readonly Role[];
  readonly body: B;
  readonly run: (body: z.output<B>) => C;
}

/** The steps of a resource, `POST <at>/{id}/<verb>`, hidden from whom the resource is. */
export const stepsOf =
  <S, C, E extends DomainEvent, V extends z.ZodType>({ at, mayRead, ...resource }: Guarded<S, C, E, V>) =>
  <B extends z.ZodType>(verb: string, { run, ...spec }: Step<B, C>): Route => {
    const name: RouteName = `POST ${at}/{id}/${verb}`;
    const route = command<S, C, E, B, V>(name, { ...spec, ...resource, run: ({ body }) => run(body) });
    return hiddenFrom(resource.of, mayRead, route);
  };

/** Who stands behind it is shown for a stated reason, on record. */
export const forReason = z.strictObject({ reason: lineOf(500, 4) });

const events = z.looseObject({ events: z.array(z.looseObject({ type: z.string(), actor: z.string() })) });

/** A history that does not say who did what these events tell: the envelope of an event names its actor. */
export const withoutActorOf = (types: readonly string[], history: Route): Route => ({
  ...history,
  async handle(request, runtime, texts) {
    const answer = await history.handle(request, runtime, texts);
    if ("problem" in answer) return answer;
    const body = events.parse(answer.body);
    const redacted = body.events.map((one) => (types.includes(one.type) ? { ...one, actor: "" } : one));
    return { ...answer, body: { ...body, events: redacted } };
  },
});

/** In which list one looks: a supervisor by status, others among what is assigned to them, a resident among his own. */
export function ownList(resource: string, status: string, actor: Actor | undefined) {
  if (actor?.roles.includes("supervisor") === true) return { index: "byStatus", partition: `${resource}:${status}` };
  const index = actor?.roles.some((role) => staff.some((one) => one === role)) === true ? "byOffice" : "byOwner";
  return { index, partition: `${resource}:${actor?.sub}`, descending: true };
}

/** `?month=2026-03`; by default the running one. */
export const monthQuery = z.strictObject({
  month: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .optional(),
});
export const monthAsked = ({ month }: z.output<typeof monthQuery>, { clock }: Runtime) =>
  month ?? todayIn(clock()).toString().slice(0, 7);

/** No month of a town's ratings or complaints is longer. */
const most = 20_000;

/** Everything that stands in one partition of `byDomain`. */
export async function monthOf<S, C, E extends DomainEvent>(
  { store }: Runtime,
  of: Decider<S, C, E>,
  partition: string,
): Promise<readonly S[]> {
  const found: S[] = [];
  for await (const { state } of throughout(store, of, { index: "byDomain", partition })) {
    found.push(state);
    if (found.length === most) break;
  }
  return found;
}

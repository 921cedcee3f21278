import { type Context, type Decision, deciderOf, type OfType, refusals } from "../decider/index.ts";
import { type DailyKind, dailyKinds } from "../town/per-day.ts";
import type { Role } from "../town/roles.ts";

/** The code that refuses what is beyond the profile's limit. */
export type DailyRefusal = "request.enough-for-today";
const { notNow } = refusals<DailyRefusal>();

export type Uses = { readonly [K in DailyKind]?: number };

/** What one person has asked of the town on one day. It holds a number for each kind and no more, so it never grows. */
export interface Daily {
  readonly used: Uses;
}
export type DailyCommand = { readonly type: "use"; readonly uses: Uses };
export type DailyEvent = { readonly type: "request.counted"; readonly data: { readonly uses: Uses } };

interface DailyWords {
  readonly state: Daily;
  readonly command: DailyCommand;
  readonly event: DailyEvent;
  readonly moves: Record<never, never>;
  readonly begins: never;
  readonly begun: never;
  readonly refusal: DailyRefusal;
}

/** No command begins it: at first nothing was asked. */
export const daily = deciderOf<DailyWords>({
  aggregate: "daily",
  shape: 1,
  ended: () => true,
  retainedAs: "visit",
  begin: {},
  always: { use },
  empty: { used: {} },
  begun: {},
  effects: {
    "request.counted": ({ used }, { data: { uses } }) => ({ used: added(used, uses) }),
  },
});

/** Only residents and agents are counted: who works for the town, and its devices, serve everybody. */
export const isCounted = (roles: readonly Role[]): boolean =>
  roles.length > 0 && roles.every((role) => role === "resident" || role === "agent");

function use({ used }: Daily, { uses }: OfType<DailyCommand, "use">, { actor, town }: Context): Decision<DailyEvent> {
  const limits = town.perPersonAndDay[actor.roles.includes("agent") ? "agent" : "resident"];
  for (const kind of dailyKinds) {
    const most = limits[kind];
    if ((uses[kind] ?? 0) === 0 || most === undefined) continue;
    if ((used[kind] ?? 0) + (uses[kind] ?? 0) > most) return notNow("request.enough-for-today", { kind, most });
  }
  return [{ type: "request.counted", data: { uses } }];
}

function added(used: Uses, uses: Uses): Uses {
  const sums = dailyKinds.map((kind) => [kind, (used[kind] ?? 0) + (uses[kind] ?? 0)] as const);
  return Object.fromEntries(sums.filter(([, sum]) => sum > 0));
}

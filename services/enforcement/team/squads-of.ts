import type { Runtime } from "../../../shared/service/index.ts";
import type { Loaded } from "../../../shared/store/index.ts";
import { squad, squadPartition } from "./domain/squad/decider.ts";
import type { Squad } from "./domain/squad/squad.ts";

/** All squads that stand; a town has a few. */
export async function standingSquads({ store }: Pick<Runtime, "store">): Promise<readonly Loaded<Squad>[]> {
  const { items } = await store.list(squad, { index: "byStatus", partition: squadPartition("active"), limit: 100 });
  return items;
}

/** The squads among these in which a person is. */
export const squadsOf = (sub: string, squads: readonly Loaded<Squad>[]): readonly Loaded<Squad>[] =>
  squads.filter(({ state }) => state.members.some((one) => one.sub === sub));

/** The leaders of the squads in which any of these people is. */
export async function squadLeadersOf(
  subs: readonly string[],
  runtime: Pick<Runtime, "store">,
): Promise<readonly string[]> {
  const squads = await standingSquads(runtime);
  return [...new Set(subs.flatMap((sub) => squadsOf(sub, squads).map(({ state }) => state.leader)))];
}

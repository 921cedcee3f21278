import type { Runtime } from "../../../../shared/service/index.ts";
import { factReferences, member } from "../../../../shared/store/index.ts";
import { enterprise } from "../domain/enterprise/decider.ts";
import type { Enterprise } from "../domain/enterprise/enterprise.ts";
import { siteInspection } from "../domain/visit/decider.ts";
import type { SiteInspection } from "../domain/visit/visit.ts";

export const stateOf = async (id: string, { store }: Runtime) => (await store.load(siteInspection, id))?.state;
export interface Found {
  readonly state: SiteInspection | undefined;
}
export type Learnt = Found | undefined;

export const learnt = {
  learn: async ({ id, runtime }: { readonly id: string; readonly runtime: Runtime }): Promise<Found> => ({
    state: await stateOf(id, runtime),
  }),
  learnsFromTable: true,
};

/** The conflicts that its enterprise has on record. */
export const nearness = async ({ id, runtime }: { readonly id: string; readonly runtime: Runtime }) => {
  const state = await stateOf(id, runtime);
  return { enterprises: factReferences(enterprise, state === undefined ? [] : [state.enterprise]) };
};
export const conflictsOf = ({ enterprises }: { readonly enterprises: readonly (Enterprise | undefined)[] }) => ({
  conflicts: enterprises[0]?.conflicts ?? [],
});

/** The register of its enterprise changes with it. */
export const withRegister = {
  ...learnt,
  others: {
    members: ({ learnt: found }: { readonly learnt: Learnt }) => ({
      enterprises: found?.state === undefined ? [] : [member(enterprise, found.state.enterprise)],
    }),
    commands: ({ id, learnt: found }: { readonly id: string; readonly learnt: Learnt }) => ({
      enterprises: found?.state === undefined ? [] : [{ type: "release" as const, id }],
    }),
  },
};

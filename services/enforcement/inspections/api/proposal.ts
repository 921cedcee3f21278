import { present } from "../../../../shared/decider/index.ts";
import { certificatesOf, type Runtime } from "../../../../shared/service/index.ts";
import { type Facts, factReference, factReferences } from "../../../../shared/store/index.ts";
import { there } from "../../common/api/there.ts";
import { knownOfficer, knownPower } from "../../common/domain/known-power.ts";
import { enterprise } from "../domain/enterprise/decider.ts";
import type { Book } from "../domain/enterprise/enterprise.ts";
import { inspectionItem } from "../domain/item/decider.ts";
import type { InspectionItem } from "../domain/item/item.ts";
import type { Propose, VisitKnown } from "../domain/visit/messages.ts";
import type { Occasion } from "../domain/visit/visit.ts";

/** What an inspection is proposed, or entered, for. */
export interface About {
  readonly enterprise: string;
  readonly items: readonly string[];
  readonly officers: readonly string[];
}

/** The enterprise, the items in their published version, the powers behind them, and the officers' certificates, as facts. */
export async function visitFacts({ enterprise: of, items, officers }: About, runtime: Runtime) {
  const states = await Promise.all(items.map((code) => runtime.store.load(inspectionItem, code)));
  const powers = [...new Set(states.flatMap((one) => one?.state.published?.powers ?? []))];
  return {
    enterprise: factReference(enterprise, of),
    items: factReferences(inspectionItem, items),
    powers: factReferences(knownPower, powers),
    certificates: await certificatesOf(knownOfficer, officers, runtime),
  };
}
export type VisitFacts = Facts<Awaited<ReturnType<typeof visitFacts>>>;

/** What a command is told of them. */
export const visitKnown = ({ enterprise: state, items, powers, certificates }: VisitFacts): VisitKnown => ({
  enterpriseState: state,
  itemStates: items,
  powers: there(powers),
  certificates: there(certificates),
});

/** On what it rests: the same lead, and the same paper, gives one visit. */
const groundOf = ({ ref, document }: Occasion): string | undefined =>
  ref ?? (document === undefined ? undefined : `${document.title}|${document.date}`);

/** IN-4: what the register of the enterprise is told in the same commit. */
export const bookingOf = (
  id: string,
  { items, from, until, occasion, separately, urgent }: Omit<Propose, keyof VisitKnown | "lead">,
  states: readonly (InspectionItem | undefined)[],
): Book => ({
  type: "book",
  visit: {
    ...{ id, items, from, until, occasion: occasion.kind },
    ...present({ ref: groundOf(occasion) }),
  },
  perYear: Object.fromEntries(
    items.flatMap((code, at) => {
      const perYear = states[at]?.published?.perYear;
      return perYear === undefined ? [] : [[code, perYear] as const];
    }),
  ),
  ...(separately === undefined ? {} : { separately }),
  urgent: urgent !== undefined,
});

import type { Actor } from "../../../../shared/decider/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { type Facts, member } from "../../../../shared/store/index.ts";
import { knownFacts, knownOf, noteFor, penaltyCase, placeOf, proceeding } from "../../cases/index.ts";
import { rectification } from "../../rectification/index.ts";
import { delivery } from "../domain/decider.ts";
import type { PaperKind, Way } from "../domain/delivery.ts";

interface Asked {
  readonly id: string;
  readonly runtime: Runtime;
}

/** The paper as it stands, where its service gives a proceeding or an order to correct its next day. */
export type Awaiting = { readonly number: string } & (
  | { readonly proceeding: string; readonly kind: Extract<PaperKind, "notice" | "decision"> }
  | { readonly order: string; readonly kind: Extract<PaperKind, "rectification-order" | "decision"> }
);

/** The proceeding or order that waits for the service of this paper; undefined: none does. */
export async function awaitedBy({ id, runtime }: Asked): Promise<Awaiting | undefined> {
  const { paper, proceeding: of, order } = (await runtime.store.load(delivery, id))?.state ?? {};
  if (paper === undefined) return undefined;
  const { kind, number } = paper;
  if (order !== undefined)
    return kind === "rectification-order" || kind === "decision" ? { order, kind, number } : undefined;
  return of !== undefined && (kind === "notice" || kind === "decision") ? { proceeding: of, kind, number } : undefined;
}

/** What is told, and changes with the delivery, or nothing does: the proceeding with its case, or the order. */
export const toldMembers = (awaited: Awaiting | undefined) => ({
  proceeding: awaited === undefined || "order" in awaited ? [] : [member(proceeding, awaited.proceeding)],
  case: awaited === undefined || "order" in awaited ? [] : [member(penaltyCase, placeOf(awaited.proceeding).caseId)],
  order: awaited !== undefined && "order" in awaited ? [member(rectification, awaited.order)] : [],
});

/** What the proceeding has to know of its case, to take the day of service. */
export const toldFacts = async ({ id, runtime, actor }: Asked & { readonly actor: Actor }) => {
  const awaited = await awaitedBy({ id, runtime });
  const of = awaited !== undefined && "proceeding" in awaited ? awaited.proceeding : id;
  return knownFacts({ id: of, actor, runtime });
};

interface Telling {
  readonly awaited: Awaiting | undefined;
  readonly served: { readonly on: string; readonly how: Way };
  readonly proof: string;
  readonly facts: Facts<Awaited<ReturnType<typeof knownFacts>>>;
  readonly runtime: Runtime;
}

/** CF-61: that the paper was served, and how; the case knows it with the same commit. */
export function toldCommands({ awaited, served, proof, facts, runtime }: Telling) {
  if (awaited === undefined) return { proceeding: [], case: [], order: [] };
  const { number } = awaited;
  if ("order" in awaited) {
    const { kind: paper } = awaited;
    return { proceeding: [], case: [], order: [{ type: "note-service" as const, paper, number, served, proof }] };
  }
  const { proceeding: id, kind: paper } = awaited;
  const noted = paper === "notice" ? { status: "noticed" as const } : { status: "in-effect" as const };
  return {
    proceeding: [{ type: "note-service" as const, paper, number, served, proof, ...knownOf(facts) }],
    case: [noteFor({ id, runtime }, paper === "notice" ? noted : { ...noted, paper: "delivery-record" as const })],
    order: [],
  };
}

import type { Actor } from "../../../../shared/decider/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { type Facts, member } from "../../../../shared/store/index.ts";
import { knownFacts, knownOf, noteFor, penaltyCase, placeOf, proceeding } from "../../cases/index.ts";
import { delivery } from "../domain/decider.ts";
import type { PaperKind, Way } from "../domain/delivery.ts";

interface Asked {
  readonly id: string;
  readonly runtime: Runtime;
}

/** The paper as it stands, where its service gives a proceeding its next day. */
export interface Awaiting {
  readonly proceeding: string;
  readonly number: string;
  readonly kind: Extract<PaperKind, "notice" | "decision">;
}

/** The proceeding that waits for the service of this paper; undefined: none does. */
export async function awaitedBy({ id, runtime }: Asked): Promise<Awaiting | undefined> {
  const { paper, proceeding: of } = (await runtime.store.load(delivery, id))?.state ?? {};
  if (of === undefined || paper === undefined) return undefined;
  const { kind } = paper;
  return kind === "notice" || kind === "decision" ? { proceeding: of, kind, number: paper.number } : undefined;
}

/** The proceeding and its case, where they are told; both change with the delivery, or nothing does. */
export const toldMembers = (awaited: Awaiting | undefined) => ({
  proceeding: awaited === undefined ? [] : [member(proceeding, awaited.proceeding)],
  case: awaited === undefined ? [] : [member(penaltyCase, placeOf(awaited.proceeding).caseId)],
});

/** What the proceeding has to know of its case, to take the day of service. */
export const toldFacts = async ({ id, runtime, actor }: Asked & { readonly actor: Actor }) => {
  const awaited = await awaitedBy({ id, runtime });
  return knownFacts({ id: awaited?.proceeding ?? id, actor, runtime });
};

interface Telling {
  readonly awaited: Awaiting | undefined;
  readonly served: { readonly on: string; readonly how: Way };
  readonly proof: string;
  readonly facts: Facts<Awaited<ReturnType<typeof knownFacts>>>;
  readonly runtime: Runtime;
}

/** CF-61: that the notice or the decision was served, and how; the case knows it with the same commit. */
export function toldCommands({ awaited, served, proof, facts, runtime }: Telling) {
  if (awaited === undefined) return { proceeding: [], case: [] };
  const { proceeding: id, kind: paper, number } = awaited;
  const noted = paper === "notice" ? { status: "noticed" as const } : { status: "in-effect" as const };
  return {
    proceeding: [{ type: "note-service" as const, paper, number, served, proof, ...knownOf(facts) }],
    case: [noteFor({ id, runtime }, paper === "notice" ? noted : { ...noted, paper: "delivery-record" as const })],
  };
}

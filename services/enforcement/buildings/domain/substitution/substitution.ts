import type { Limit } from "../../../../../shared/calendar/index.ts";
import type { Place } from "../../../../../shared/territory/index.ts";
import type { ServedPaper } from "../building.ts";
import type { CostClaim } from "../costs-paid.ts";

/** QZ-50: what is or will be harmed, so that somebody else may do it. */
export const substitutionGrounds = ["traffic-safety", "pollution", "natural-resources"] as const;
/** QZ-50: only to remove an obstruction, or to restore. A building is not demolished by this way. */
export const substitutionTasks = ["remove-obstruction", "restore"] as const;
/** QZ-52: what has to go at once, and from where. */
export const removedThings = ["spill", "obstacle", "dirt"] as const;
export const removalSites = ["road", "river", "waterway", "public-place"] as const;

export const substitutionStatuses = ["demanded", "decided", "performed", "stopped", "closed"] as const;
export type SubstitutionStatus = (typeof substitutionStatuses)[number];

/** Another one does it in the party's place (代履行), at his cost. */
export interface Substitution {
  readonly status: SubstitutionStatus;
  readonly handlers: readonly string[];
  readonly begunOn: string;
  readonly description: string;
  /** Of one done at once: the key of the party, where he is known. */
  readonly party?: string;
  /** QZ-50: after a decision of his proceeding that he did not follow. */
  readonly ordinary?: {
    readonly case: string;
    readonly proceeding: string;
    readonly act: string;
    readonly code: string;
    readonly ground: (typeof substitutionGrounds)[number];
    readonly task: (typeof substitutionTasks)[number];
  };
  readonly demand?: ServedPaper & { readonly term?: Limit };
  readonly decision?: ServedPaper & {
    readonly performer: string;
    readonly estimateFen: number;
    /** Not before this day. */
    readonly plannedFor: string;
  };
  /** QZ-51: told once more before it is done. */
  readonly reminder?: ServedPaper;
  /** QZ-52: done at once; the absent party is told afterwards. */
  readonly atOnce?: {
    readonly what: (typeof removedThings)[number];
    readonly site: (typeof removalSites)[number];
    readonly place: Place;
    readonly partyPresent: boolean;
    readonly toldOn?: string;
    readonly tellBy: string;
    readonly late?: true;
  };
  readonly performedOn?: string;
  readonly claim?: CostClaim;
  readonly endedOn?: string;
}

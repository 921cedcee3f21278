import type { KnownOfficer, OfficerChange } from "../../../../shared/powers-in-force/index.ts";
import type { Condition, Unmet } from "../../common/domain/conditions.ts";
import type { Made } from "./record.ts";

/** A record as the roster counts it. */
export type Counted = Pick<Made, "kind" | "domain" | "from" | "until" | "direction"> & { readonly person?: string };

/** A power that was handed over with conditions. */
export interface Watched {
  readonly domain: string;
  readonly conditions: readonly Condition[];
  /** Where the county moved it to another domain since: from which day. In the order in which it was made known. */
  readonly moved?: readonly { readonly from: string; readonly domain: string }[];
  /** First day of the handover; conditions are judged from then on. */
  readonly from: string;
  /** First day on which it is taken back; from then on nobody need be ready. */
  readonly until?: string;
  /** `awaiting`: not in force yet; `ready`: conditions met; `below`: met once, not now. */
  readonly standing: "awaiting" | "ready" | "below";
  /** What was said last to be lacking. */
  readonly unmet?: readonly Unmet[];
}

/** Who and what the town has for its powers, and which powers are waiting for it. */
export interface Readiness {
  readonly officers: Readonly<Record<string, KnownOfficer & { readonly followedTo: number }>>;
  readonly records: Readonly<Record<string, Counted>>;
  readonly powers: Readonly<Record<string, Watched>>;
  /** The day up to which everything has been judged. */
  readonly judgedOn: string;
}

export type ReadinessCommand =
  | { readonly type: "watch"; readonly code: string; readonly power: Omit<Watched, "standing" | "unmet" | "moved"> }
  | { readonly type: "move"; readonly code: string; readonly from: string; readonly domain: string }
  | { readonly type: "release"; readonly code: string; readonly from: string }
  | {
      readonly type: "follow-officer";
      readonly certificate: string;
      readonly sequence: number;
      readonly sub: string | undefined;
      readonly change: OfficerChange;
    }
  | { readonly type: "count"; readonly record: string; readonly counted: Counted }
  | { readonly type: "discount"; readonly record: string }
  | { readonly type: "judge" };

interface About {
  readonly code: string;
  readonly domain: string;
  readonly on: string;
}
export type ReadinessEvent =
  | { readonly type: "powers.readiness.watched"; readonly data: { readonly code: string; readonly power: Watched } }
  | {
      readonly type: "powers.readiness.moved";
      readonly data: { readonly code: string; readonly from: string; readonly domain: string };
    }
  | { readonly type: "powers.readiness.released"; readonly data: { readonly code: string; readonly from: string } }
  | {
      readonly type: "powers.readiness.officer-followed";
      readonly data: {
        readonly certificate: string;
        readonly sequence: number;
        readonly sub: string;
        readonly change: OfficerChange;
      };
    }
  | {
      readonly type: "powers.readiness.counted";
      readonly data: { readonly record: string } & Omit<Counted, "person">;
      readonly personal?: { readonly person: string };
    }
  | { readonly type: "powers.readiness.discounted"; readonly data: { readonly record: string } }
  | { readonly type: "powers.readiness.judged"; readonly data: { readonly on: string } }
  | { readonly type: "powers.readiness.met"; readonly data: About }
  | { readonly type: "powers.readiness.awaited"; readonly data: About & { readonly unmet: readonly Unmet[] } }
  | { readonly type: "powers.readiness.fallen-below"; readonly data: About & { readonly unmet: readonly Unmet[] } }
  | { readonly type: "powers.readiness.restored"; readonly data: About };

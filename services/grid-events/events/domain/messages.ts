import type { OfficialNumber } from "../../../../shared/papers/official-number.ts";
import type { Place } from "../../../../shared/territory/index.ts";
import type { Datum } from "../../grids/domain/datum.ts";
import type { GridsAt } from "../../grids/domain/place-index.ts";
import type { Assignment, GridEvent, Machines, Proof, Reporter, Whereabouts } from "./event.ts";
import type { LeadStage } from "./leads.ts";
import type { Called, Level, Severity } from "./levels.ts";
import type { Term } from "./term.ts";
import type { Answer } from "./told.ts";

/** Who looks after the grid of a matter today. */
export interface GridDuty {
  readonly workers: readonly string[];
}
/** What the map says of a place. */
export interface Mapped extends GridsAt {
  readonly near: readonly string[];
  readonly above: readonly string[];
}
/** Where it is, as the client says, and what the map makes of it. */
export interface Located {
  readonly given?: Place;
  readonly datum?: Datum;
  /** In metres. */
  readonly accuracy?: number;
  readonly address: string;
  readonly mapped: Mapped | undefined;
}

export interface Report extends Located {
  readonly type: "report";
  readonly reporter: Reporter;
  readonly category: string;
  readonly urgency: string;
  readonly text: string;
  readonly pictures: readonly string[];
  readonly component?: string;
  readonly machines?: Machines;
  /** Split from another matter: what that one was. */
  readonly partOf?: { readonly id: string; readonly acceptedAt?: string };
}
/** A step that the worker of the grid, or the dispatcher, takes. */
interface Dutiful {
  readonly duty: GridDuty | undefined;
}
/** A step of the reporter: by his login, or by the digest of his receipt. */
interface ByReceipt {
  readonly receipt?: string;
}
/** What the reporter is told by it. */
interface Telling {
  readonly answer?: Answer;
}
interface Reasoned {
  readonly reasons: string;
}
export type EventCommand =
  | Report
  | ({ readonly type: "accept" } & Dutiful)
  | ({ readonly type: "reject"; readonly ground: string } & Reasoned)
  | ({ readonly type: "withdraw" } & ByReceipt)
  | ({ readonly type: "handle-here" } & Dutiful)
  | ({ readonly type: "close-here"; readonly outcome: string; readonly proof: Proof } & Dutiful)
  | { readonly type: "file" }
  | { readonly type: "dispatch"; readonly unit: string; readonly person?: string }
  | ({ readonly type: "redirect"; readonly unit: string; readonly person?: string } & Reasoned)
  | { readonly type: "start" }
  | ({ readonly type: "return" } & Reasoned)
  | { readonly type: "hand-in"; readonly outcome: string; readonly proof: Proof }
  | ({ readonly type: "close" } & Dutiful)
  | ({ readonly type: "rework" } & Dutiful & Reasoned)
  | ({ readonly type: "rate"; readonly satisfied: boolean } & ByReceipt)
  | ({ readonly type: "reopen" } & Dutiful & Reasoned & ByReceipt)
  | ({
      readonly type: "recategorise";
      readonly category: string;
      readonly urgency: string;
      /** Where a unit has it: another one acts from now on. */
      readonly unit?: string;
      readonly person?: string;
    } & Reasoned)
  | ({ readonly type: "pause"; readonly reason: string } & Reasoned)
  | { readonly type: "resume" }
  | ({ readonly type: "locate" } & Located)
  | ({
      readonly type: "merge";
      readonly into: string;
      readonly isSelf: boolean;
      readonly isKnown: boolean;
      readonly hinted: boolean;
    } & Dutiful &
      Reasoned)
  | {
      readonly type: "take-in";
      readonly from: string;
      readonly whole: Pick<GridEvent, "joined" | "acceptedAt"> | undefined;
    }
  | ({ readonly type: "not-same"; readonly other: string; readonly isKnown: boolean } & Dutiful)
  | { readonly type: "join" }
  | ({ readonly type: "split"; readonly part: string; readonly pictures?: readonly string[] } & Dutiful)
  | { readonly type: "release"; readonly text?: string; readonly pictures: readonly string[] }
  | { readonly type: "withhold" }
  | { readonly type: "note-picture"; readonly sha256: string }
  | { readonly type: "note-machines"; readonly machines: Machines }
  | {
      readonly type: "note-lead";
      readonly stage: LeadStage;
      readonly on: string;
      /** The round whose lead it is; absent: the one that runs. */
      readonly round?: number;
    }
  | ({ readonly type: "escalate"; readonly to: Level } & Dutiful & Reasoned)
  | ({ readonly type: "call"; readonly units: readonly string[] } & Dutiful & Reasoned)
  | { readonly type: "arrive"; readonly unit: string }
  | { readonly type: "draw"; readonly on: string; readonly drawn: boolean }
  | { readonly type: "check-sample"; readonly right: boolean; readonly notes: string }
  | { readonly type: "regrid"; readonly place: Place; readonly mapped: Mapped | undefined }
  | { readonly type: "disclose"; readonly reason: string }
  | { readonly type: "pass-time" };

export type CommandOf<T extends EventCommand["type"]> = Extract<EventCommand, { type: T }>;

type Of<T extends string, D extends object, P extends object = object> = {
  readonly type: `grid-events.event.${T}`;
  readonly data: D;
  readonly personal: P;
};
/** What every event says of its matter. */
export interface About {
  readonly number: string;
  readonly category: string;
  readonly grid?: string;
}
type Where = Pick<Whereabouts, "measured" | "address">;
type Mapping = Pick<Whereabouts, "special" | "near" | "above">;

export type EventEvent =
  | Of<
      "reported",
      { readonly number: OfficialNumber; readonly on: string; readonly from: Reporter["kind"] } & Pick<
        GridEvent,
        "category" | "urgency" | "component" | "machines" | "partOf" | "runsFrom"
      > &
        Pick<Whereabouts, "grid"> &
        Mapping,
      {
        readonly reporter: Omit<Reporter, "kind">;
        readonly where: Where;
        readonly text: string;
        readonly pictures: readonly string[];
      }
    >
  | Of<"accepted", About & { readonly term: Term; readonly levelTerm?: Term } & Telling>
  | Of<"rejected", About & { readonly ground: string } & Telling, Reasoned>
  | Of<"withdrawn", About>
  | Of<"taken-on", About>
  | Of<"filed", About>
  | Of<"dispatched", About & Pick<Assignment, "unit" | "term"> & Telling, { readonly person?: string }>
  | Of<"unit-withdrawn", About & { readonly unit: string }, Partial<Reasoned>>
  | Of<"returned", About & { readonly unit: string }, Reasoned>
  | Of<"started", About & { readonly unit: string }>
  | Of<"handed-in", About & { readonly unit: string }, { readonly outcome: string; readonly proof: Proof }>
  | Of<"reworked", About & { readonly unit: string }, Reasoned>
  | Of<
      "closed",
      About & {
        readonly how: "in-the-grid" | "by-a-unit";
        readonly inTime: boolean;
        readonly picturesDue?: string;
      } & Telling,
      { readonly outcome: string; readonly proof: Proof; readonly by: readonly string[] }
    >
  | Of<"rated", About & { readonly satisfied: boolean }>
  | Of<
      "reopened",
      About & { readonly round: number; readonly term: Term; readonly levelTerm?: Term } & Telling,
      Reasoned
    >
  | Of<"recategorised", About & { readonly urgency: string; readonly term?: Term }, Reasoned>
  | Of<"paused", About & { readonly reason: string; readonly until: string }, Reasoned>
  | Of<"resumed", About & { readonly term: Term; readonly unitTerm?: Term; readonly levelTerm?: Term }>
  | Of<"located", About & Mapping, { readonly where: Where }>
  | Of<"merged", About & { readonly into: string; readonly hinted: boolean } & Telling, Reasoned>
  | Of<
      "took-in",
      About & { readonly from: string; readonly people: number; readonly term?: Term; readonly since?: string }
    >
  | Of<"hint-refused", About & { readonly other: string }>
  | Of<"joined", About & { readonly people: number }>
  | Of<"split", About & { readonly part: string }>
  | Of<"released", About, { readonly text: string; readonly pictures: readonly string[] }>
  | Of<"withheld", About>
  | Of<"machines-noted", About & { readonly machines: Machines }>
  | Of<"picture-received", About, { readonly sha256: string }>
  | Of<"unproved", About & { readonly missing: number; readonly on: string }>
  | Of<
      "lead-given",
      About & { readonly round: number; readonly title: Answer; readonly knownOn: string; readonly domain?: string }
    >
  | Of<"lead-told", About & { readonly stage: LeadStage; readonly on: string; readonly round?: number } & Telling>
  | Of<
      "escalated",
      About & {
        readonly severity: Severity;
        readonly level: Level;
        readonly because: "severity" | "time" | "person";
        readonly term?: Term;
      },
      Partial<Reasoned>
    >
  | Of<"called", About & { readonly units: readonly Pick<Called, "unit" | "arriveBy">[] }, Partial<Reasoned>>
  | Of<"came", About & { readonly unit: string; readonly inTime: boolean }>
  | Of<"not-come", About & { readonly unit: string; readonly arriveBy: string }>
  | Of<"sampled", About & { readonly on: string; readonly drawn: boolean }>
  | Of<"sample-checked", About & { readonly right: boolean }, { readonly notes: string }>
  | Of<"grid-changed", About & Mapping & { readonly before?: string }>
  | Of<"reporter-disclosed", About, { readonly reason: string }>
  | Of<"due-soon", About & { readonly due: string }>
  | Of<"overdue", About & { readonly due: string }>
  | Of<"unit-overdue", About & { readonly unit: string; readonly due: string }>;

import type { Actor } from "../../../../../shared/decider/index.ts";
import type { Adjust, ListPower } from "../power.ts";

/** Who imports: the rules of a power ask for the roles. */
export type Importer = Pick<Actor, "sub" | "name" | "roles">;

/** What was asked for: a repetition of it is known by its key. */
export interface AskedImport {
  /** Digest of what was sent. */
  readonly digest: string;
  /** Of the `Idempotency-Key` and the person. */
  readonly key?: string;
}

/** An import that has the list. */
export interface RunningImport {
  readonly id: string;
  readonly asked: AskedImport;
  /** Not adopted by this instant, it is abandoned. */
  readonly until: string;
  readonly by: Importer;
  /** The list was switched: how many parts there are, and how many are carried out. */
  readonly adopted?: { readonly parts: number; readonly carried: number };
}

/** The imports of the list. */
export interface ListImport {
  /** How often the list was switched. */
  readonly revision: number;
  readonly running?: RunningImport;
  /** The last ones, the latest at the end. */
  readonly done: readonly { readonly id: string; readonly asked: AskedImport; readonly parts: number }[];
}

export type ListImportCommand =
  | { readonly type: "open"; readonly id: string; readonly asked: AskedImport; readonly by: Importer }
  | {
      readonly type: "adopt";
      readonly id: string;
      readonly parts: number;
      readonly fresh: number;
      readonly changed: number;
    }
  | { readonly type: "carry-on"; readonly id: string; readonly part: number }
  | { readonly type: "abandon"; readonly id: string };

export type ListImportEvent =
  | {
      readonly type: "powers.list-import.opened";
      readonly data: {
        readonly import: string;
        readonly asked: AskedImport;
        readonly until: string;
        readonly by: Importer;
      };
    }
  | {
      readonly type: "powers.list-import.adopted";
      readonly data: {
        readonly import: string;
        readonly parts: number;
        readonly fresh: number;
        readonly changed: number;
      };
    }
  | {
      readonly type: "powers.list-import.carried-on";
      readonly data: { readonly import: string; readonly next: number; readonly parts: number };
    }
  | { readonly type: "powers.list-import.abandoned"; readonly data: { readonly import: string } };

/** What a part does to one power. */
export interface PartChange {
  readonly code: string;
  readonly command: ListPower | Adjust;
}

/** A part of an import, laid down before the switch. The first one also holds what the import leaves as it is. */
export interface ImportPart {
  readonly changes: readonly PartChange[];
  readonly same?: number;
  readonly absent?: readonly string[];
  /** The import was abandoned: nothing is kept of it. */
  readonly discarded?: true;
}

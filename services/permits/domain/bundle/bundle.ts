import type * as z from "zod";
import type * as published from "../../../../shared/contracts/permits-bundles.ts";
import type { Rejection } from "../../../../shared/decider/index.ts";
import type { BundleDefinition } from "../../../../shared/town/bundles.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import type { Applicant, Place } from "../application/application.ts";
import type { Authorisation } from "../authorisation/authorisation.ts";
import type { Guide } from "../guide/guide.ts";

type Text = { readonly zh: string; readonly en: string };

/** Who handed the bundle in: it counts as who files each of its parts (L1, ownership). */
export interface Filer {
  readonly sub: string;
  readonly roles: readonly Role[];
}

/** One item of a bundle: an application of its own, with a clock of its own. */
export interface Part {
  readonly item: string;
  readonly application: string;
  readonly given: readonly string[];
  /** That of the application; `filed` until it is received, `not-received` where the law forbids to receive it. */
  readonly status: string;
  /** Sequence of the application's last event that has been noted. */
  readonly followedTo: number;
  readonly refusal?: { readonly code: string; readonly details: Rejection["details"] };
}

/** Several items applied for with one form (一件事, L12). */
export interface Bundle {
  readonly status: "open" | "withdrawn" | "done";
  readonly bundle: string;
  readonly name: Text;
  readonly channel: "window" | "online" | "agent";
  readonly applicant: Applicant;
  readonly party: string;
  readonly owner?: string;
  readonly filedBy: Filer;
  readonly authorisation?: string;
  /** Where what is applied for is to be (P8). */
  readonly place?: Place;
  /** L9: since then the agent who filed it may do nothing with it any more. */
  readonly agencyEndedOn?: string;
  readonly filedOn: string;
  readonly parts: readonly Part[];
  readonly withdrawnOn?: string;
  readonly doneOn?: string;
}

export interface FileBundle {
  readonly type: "file";
  readonly id: string;
  readonly definition: BundleDefinition | undefined;
  readonly applicant: Applicant;
  readonly party: string;
  readonly materials: readonly string[];
  readonly channel: Bundle["channel"];
  readonly place?: Place;
  readonly guides: readonly (Guide | undefined)[];
  readonly authorisation?: { readonly id: string; readonly state: Authorisation | undefined };
}
export type BundleCommand =
  | FileBundle
  | { readonly type: "note"; readonly item: string; readonly sequence: number; readonly status: string }
  | {
      readonly type: "refuse-part";
      readonly item: string;
      readonly code: string;
      readonly details: Rejection["details"];
    }
  | { readonly type: "end-agency"; readonly authorisation: string; readonly resident?: string }
  | {
      readonly type: "withdraw";
      /** L9: that under which an agent filed it, as it stands. */
      readonly authorisation?: Authorisation | undefined;
    };

export type BundleEvent =
  | {
      readonly type: "permits.bundle.filed";
      readonly data: z.infer<typeof published.bundleFiled>;
      readonly personal: Pick<Bundle, "applicant" | "party" | "owner" | "filedBy" | "authorisation" | "place">;
    }
  | {
      readonly type: "permits.bundle.part-moved";
      readonly data: { readonly item: string; readonly status: string; readonly sequence: number };
    }
  | {
      readonly type: "permits.bundle.part-refused";
      readonly data: { readonly item: string; readonly code: string; readonly details: Rejection["details"] };
    }
  | {
      readonly type: "permits.bundle.agency-ended";
      readonly data: { readonly on: string };
      readonly personal: { readonly owner?: string };
    }
  | { readonly type: "permits.bundle.withdrawn"; readonly data: z.infer<typeof published.bundleWithdrawn> }
  | { readonly type: "permits.bundle.done"; readonly data: z.infer<typeof published.bundleDone> };

/** In these a part is over. */
const over = ["closed", "declined", "withdrawn", "not-received"];
export const isOver = ({ status }: Pick<Part, "status">) => over.includes(status);

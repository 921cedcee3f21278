import type * as z from "zod";
import type * as published from "../../../../shared/contracts/permits-bundles.ts";
import type { Moves, Rejection } from "../../../../shared/decider/index.ts";
import type { BundleDefinition } from "../../../../shared/town/bundles.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import type { Authorisation } from "../../authorisations/domain/authorisation.ts";
import type { Applicant, Application, Place } from "../../cases/domain/application/application.ts";
import type { Material } from "../../common/domain/uploaded-file.ts";
import type { Guide } from "../../guides/domain/guide.ts";
import type { FormMaterial } from "./form.ts";

type Text = { readonly zh: string; readonly en: string };

/** Who handed the bundle in: it counts as who files each of its parts (L1, ownership). */
export interface Filer {
  readonly sub: string;
  readonly roles: readonly Role[];
  /** Whom his login proves him to be (S-4). */
  readonly party?: string;
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
  readonly refusal?: Refusal;
}

export type Refusal = Pick<Rejection, "code" | "details">;

/** What was brought to the bundle for one material of a part, and what became of it there. */
export interface Brought {
  readonly item: string;
  /** As the item's own guide calls it. */
  readonly material: string;
  readonly files: readonly string[];
  /** Sequence of the event that brought it: what is brought later counts instead. */
  readonly since: number;
  /** `passed-on` until the part has answered; `had`: the part had it already. */
  readonly outcome: "passed-on" | "had" | "taken" | "refused";
  readonly refusal?: Refusal;
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
  /** What was asked for on the day of filing, each thing once; the first bundles did not keep it. */
  readonly form?: readonly FormMaterial[];
  /** The last of each material of each part. */
  readonly brought?: readonly Brought[];
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
/** Brought once for all parts that ask for it: a paper, or an uploaded file. */
export interface Bring {
  readonly type: "bring";
  /** `name`: as the form calls it. */
  readonly materials: readonly { readonly name: string; readonly file?: string }[];
  /** Of each of these the file as it stands, where one is named. */
  readonly files: readonly (Material | undefined)[];
  /** Of each part the application as it stands; undefined until it is received. */
  readonly applications: readonly (Application | undefined)[];
  /** L9: that under which an agent filed it, as it stands. */
  readonly authorisation?: Authorisation | undefined;
}

export type BundleCommand =
  | FileBundle
  | Bring
  | {
      readonly type: "note-brought";
      readonly item: string;
      readonly since: number;
      readonly results: readonly Result[];
    }
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
      /** The number under which the applicant's signed statement is on file, where the counter enters it. */
      readonly statement?: string;
    };

export interface Result {
  readonly material: string;
  readonly refusal?: Refusal;
}

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
  | { readonly type: "permits.bundle.brought"; readonly data: z.infer<typeof published.bundleBrought> }
  | {
      readonly type: "permits.bundle.part-answered";
      readonly data: { readonly item: string; readonly since: number; readonly results: readonly Result[] };
    }
  | {
      readonly type: "permits.bundle.agency-ended";
      readonly data: { readonly on: string };
      readonly personal: { readonly owner?: string };
    }
  | {
      readonly type: "permits.bundle.withdrawn";
      readonly data: z.infer<typeof published.bundleWithdrawn>;
      readonly personal?: { readonly statement: string };
    }
  | { readonly type: "permits.bundle.done"; readonly data: z.infer<typeof published.bundleDone> };

/** In these a part is over. */
const over = ["closed", "declined", "withdrawn", "not-received"];
export const isOver = ({ status }: Pick<Part, "status">) => over.includes(status);

/** What people do with a bundle while it runs; its parts and their ends move it by themselves. */
export const bundleMoves = {
  open: { bring: "open", withdraw: "withdrawn" },
  withdrawn: {},
  done: {},
} as const satisfies Moves;

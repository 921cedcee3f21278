import type * as z from "zod";
import type * as published from "../../../../shared/contracts/permits-materials.ts";
import type { Moves } from "../../../../shared/decider/index.ts";
import type { Authorisation } from "../../authorisations/domain/authorisation.ts";
import type { Application } from "../../cases/domain/application/application.ts";

/** What is announced of a file, and must be true of it. */
export interface FileSaid {
  /** Media type. */
  readonly type: string;
  readonly bytes: number;
  /** 64 hexadecimal digits in lower case. */
  readonly sha256: string;
}

/** A case that has taken the file as one of the materials its guide names. */
export interface Attachment {
  readonly application: string;
  readonly material: string;
  readonly on: string;
}

/** Cases as they stand now, by their ids: whose they are and who works on them is never kept with a file. */
export type Cases = Readonly<Record<string, Application>>;

interface Known extends FileSaid {
  /** As the person calls it; his own words. */
  readonly name: string;
  /** Who brought it; the counter's own when a clerk did. */
  readonly by: string;
  readonly owner?: string;
  readonly announcedOn: string;
}
interface Whole extends Known {
  readonly attachments: readonly Attachment[];
}
export interface Announced extends Known {
  readonly status: "announced";
  /** The instant after which it is dropped. */
  readonly due: string;
}
export interface Uploaded extends Whole {
  readonly status: "uploaded";
  /** The instant after which it goes, as long as no case has taken it. */
  readonly due?: string;
}
export interface Clean extends Whole {
  readonly status: "clean";
  readonly scannedOn: string;
  readonly due?: string;
}
export interface Infected extends Whole {
  readonly status: "infected";
  readonly scannedOn: string;
}
export interface Removed extends FileSaid {
  readonly status: "removed";
  readonly by: string;
  readonly owner?: string;
  readonly announcedOn: string;
  readonly ground: z.infer<typeof published.materialRemoved>["ground"];
  readonly removedOn: string;
}
/** A file that a person brings to his cases (申请材料); one file may serve several. */
export type Material = Announced | Uploaded | Clean | Infected | Removed;

/** What is found where the file should be. `content` is what its bytes say it is; undefined: nothing that is known. */
export interface Found extends FileSaid {
  readonly content: string | undefined;
}

export type MaterialCommand =
  | (FileSaid & { readonly command: "announce"; readonly name: string })
  | { readonly command: "complete"; readonly found: Found | undefined }
  | { readonly command: "scan"; readonly verdict: "clean" | "infected"; readonly engine: string }
  | Attaching<"attach">
  | (Attaching<"detach"> & {
      /** Whether the case has another file for the same material. */
      readonly another: boolean;
    })
  | { readonly command: "remove" }
  | { readonly command: "disclose"; readonly cases: Cases }
  | { readonly command: "pass-time" };
export interface Attaching<T extends "attach" | "detach"> {
  readonly command: T;
  readonly application: string;
  readonly material: string;
  readonly case: Application | undefined;
  /** L9: that under which an agent filed the case, as it stands. */
  readonly authorisation?: Authorisation | undefined;
}

type Event<T extends string, D, P = undefined> = P extends undefined
  ? { readonly type: `permits.material.${T}`; readonly data: D }
  : { readonly type: `permits.material.${T}`; readonly data: D; readonly personal: P };
interface Due {
  readonly due?: string;
}

export type MaterialEvent =
  | Event<
      "announced",
      FileSaid & { readonly due: string; readonly on: string },
      { readonly name: string; readonly owner?: string }
    >
  | Event<"uploaded", z.infer<typeof published.materialUploaded> & Due>
  | Event<"scanned", z.infer<typeof published.materialScanned> & { readonly engine: string }>
  | Event<"attached", z.infer<typeof published.materialAttached>>
  | Event<"detached", z.infer<typeof published.materialDetached> & Due>
  | Event<"removed", z.infer<typeof published.materialRemoved>>
  | Event<"disclosed", Record<never, never>>;

const whole = { scan: ["clean", "infected"], attach: "-", detach: "-", remove: "removed", disclose: "-" } as const;

/** States of a material and what moves them; what is not listed is not possible (409). `-` stays as it is. */
export const materialMoves = {
  announced: { complete: "uploaded", remove: "removed", "pass-time": "removed" },
  uploaded: { ...whole, "pass-time": "removed" },
  clean: { ...whole, "pass-time": "removed" },
  infected: { detach: "-", remove: "removed" },
  removed: {},
} as const satisfies Moves;

/** Under which key the file of a material is kept. */
export const materialKey = (id: string) => `material/${id}`;

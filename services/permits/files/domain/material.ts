import type * as z from "zod";
import type * as published from "../../../../shared/contracts/permits-materials.ts";
import type { FileFound, FileSaid } from "../../../../shared/files/upload/index.ts";
import type { Authorisation } from "../../authorisations/domain/authorisation.ts";
import type { Application } from "../../cases/domain/application/application.ts";

/** Cases as they stand now, by their ids: whose they are and who works on them is never kept with a file. */
export type Cases = Readonly<Record<string, Application>>;

export type MaterialCommand =
  | { readonly type: "announce"; readonly file: FileSaid & { readonly name: string } }
  | { readonly type: "complete"; readonly found: FileFound | undefined }
  | { readonly type: "scan"; readonly verdict: "clean" | "infected"; readonly engine: string }
  | Attaching<"attach">
  | (Attaching<"detach"> & {
      /** Whether the case has another file for the same material. */
      readonly another: boolean;
    })
  | { readonly type: "remove" }
  | { readonly type: "disclose"; readonly cases: Cases; readonly reason?: string }
  | { readonly type: "pass-time" };
export interface Attaching<T extends "attach" | "detach"> {
  readonly type: T;
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
  | (Event<"disclosed", Record<never, never>> & { readonly personal?: { readonly reason: string } });

import type { Moves } from "../../../../shared/decider/index.ts";
import type { FileFound, FileSaid } from "../../../../shared/files/upload/index.ts";
import type { PenaltyCase } from "../../cases/domain/case/case.ts";

interface Said extends FileSaid {
  readonly case: string;
  /** As the officer calls it. */
  readonly title: string;
  readonly by: string;
  readonly announcedOn: string;
  readonly scannedOn?: string;
}
export type EvidenceFile =
  /** `due`: the instant after which it is dropped. */
  | (Said & { readonly status: "announced"; readonly due: string })
  | (Said & { readonly status: "kept"; readonly keptOn: string })
  | (Said & { readonly status: "infected"; readonly scannedOn: string })
  | (Said & { readonly status: "unfinished"; readonly endedOn: string });

/** The case of the file as it stands: who may send and read follows from it. */
interface OfCase {
  readonly of: PenaltyCase | undefined;
}
export type EvidenceFileCommand =
  | ({
      readonly type: "announce";
      readonly case: string;
      readonly file: FileSaid & { readonly title: string };
    } & OfCase)
  | ({ readonly type: "complete"; readonly found: FileFound | undefined } & OfCase)
  | { readonly type: "scan"; readonly verdict: "clean" | "infected"; readonly engine: string }
  | {
      readonly type: "download";
      readonly reason?: string;
      /** The cases that hold it now: a merger or a split hands it on. */
      readonly holders: readonly PenaltyCase[];
    }
  | { readonly type: "pass-time" };

type Of<T extends string, D extends object, P extends object = Record<never, never>> = {
  readonly type: `enforcement.evidence-file.${T}`;
  readonly data: D;
  readonly personal: P;
};
export type EvidenceFileEvent =
  | Of<
      "announced",
      FileSaid & { readonly case: string; readonly due: string; readonly on: string },
      { readonly title: string }
    >
  | Of<"kept", { readonly on: string }>
  | Of<"scanned", { readonly verdict: "clean" | "infected"; readonly engine: string; readonly on: string }>
  | Of<"fetched", { readonly on: string }, { readonly reason: string }>
  | Of<"dropped", { readonly on: string }>;

/** States of a file and what moves them. Evidence that came is never taken back; what would do harm is given to nobody. */
export const evidenceFileMoves = {
  announced: { complete: "kept", "pass-time": "unfinished" },
  kept: { scan: ["kept", "infected"], download: "kept" },
  infected: {},
  unfinished: {},
} as const satisfies Moves;

/** Under which key the file is kept. */
export const evidenceFileKey = (id: string): string => `evidence/${id}`;

/** The list of the files of a case. */
export const filesOfCase = (id: string): string => `evidence-file:${id}`;

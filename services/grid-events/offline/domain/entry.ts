export const entryStatuses = ["expected", "received", "waiting", "done", "refused", "corrected"] as const;
export type EntryStatus = (typeof entryStatuses)[number];

/** What an entry builds on: a matter as its writer last saw it, or another entry of his. */
export type Basis = { readonly event: string; readonly version: number } | { readonly entry: string };

/** The matter as it is now, for who wrote what no longer fits. */
export interface PresentMatter {
  readonly status: string;
  readonly version: number;
  readonly round: number;
}

/** What is known of an entry when it is received. */
export interface Received {
  /** The id that the client made; unique for each person. */
  readonly entry: string;
  readonly sequence: number;
  readonly does: string;
  /** Keyed digest of all that was sent: the same id with another one is another entry. */
  readonly digest: string;
  readonly basedOn?: Basis;
  /** The refused entry that this one stands in for. */
  readonly corrects?: string;
  /** By the device's clock; it decides no order and starts no term. */
  readonly madeAt?: string;
  /** The day on which it was written, by the device's clock as far as it was right when it was sent. */
  readonly writtenOn: string;
  readonly skewMinutes: number;
  readonly skewed: boolean;
}

/** An entry written without a network (G2), and what became of it. */
export interface OfflineEntry extends Partial<Received> {
  readonly status: EntryStatus;
  readonly entry: string;
  /** The login of who wrote it. Nobody else sees or sends it. */
  readonly owner?: string;
  readonly receivedAt?: string;
  /** What was sent, as text: it is carried out when what it waits for is there, and is kept as a note when it is refused. */
  readonly said?: string;
  /** Entries of the same person that build on this one. */
  readonly dependents: readonly string[];
  readonly waitsFor?: string;
  /** The matter that it made or moved. None: it was given up. */
  readonly event?: string;
  readonly eventVersion?: number;
  readonly code?: string;
  readonly details?: Readonly<Record<string, unknown>>;
  readonly present?: PresentMatter;
  readonly correctedBy?: string;
}

/** What an officer's scan at the door tells the platform. */
export interface EntryScan {
  /** The code on the enterprise's sign, as it was scanned. */
  readonly code: string;
  /** The inspection for which the officers enter, by its id. */
  readonly inspection: string;
  /** The instant, ISO in UTC. */
  readonly at: string;
}

/** What the platform answers: its receipt, and the enterprise to which the code belongs. */
export interface ScanReceipt {
  readonly number: string;
  readonly enterprise: string;
  readonly at: string;
}

/** IN-7 入企扫码: the platform on which officers scan before they enter. Each town has its own, or none. */
export interface EntryScans {
  /** `down`: the platform gives no answer. `unknown`: it knows no such code. */
  scan(asked: EntryScan): Promise<ScanReceipt | "down" | "unknown">;
  /** The code of an enterprise, where the town's own platform gives it out. */
  codeOf?(enterprise: string): string;
}

import type { EntryScans } from "./entry-scans.ts";

/** The platform at an address; loaded by the first scan, so that a start holds no schema. */
export const entryScansAt = (url: string): EntryScans => ({
  scan: async (asked) => (await import("./remote-platform.ts")).remotePlatform(url).scan(asked),
});

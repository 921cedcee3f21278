import * as z from "zod";

/** The list was switched to an import; its changes follow one by one as `powers.power.listed` and `.adjusted`. */
export const listAdopted = z.object({
  import: z.string(),
  parts: z.int(),
  fresh: z.int(),
  changed: z.int(),
});
/** So many parts of the import are carried out. */
export const listCarriedOn = z.object({ import: z.string(), next: z.int(), parts: z.int() });
/** The import changed nothing. */
export const listAbandoned = z.object({ import: z.string() });

/** Imports of the list (X5). */
export const listImportEvents = {
  "powers.list-import.adopted": listAdopted,
  "powers.list-import.carried-on": listCarriedOn,
  "powers.list-import.abandoned": listAbandoned,
} as const;

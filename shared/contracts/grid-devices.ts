import * as z from "zod";

/** G4: nothing was heard of a machine for longer than its kind allows. */
export const deviceSilent = z.object({ kind: z.string(), since: z.iso.datetime() });

export const deviceEvents = { "grid-events.device.silent": deviceSilent } as const;

import { readable } from "../../../shared/http/commands.ts";
import type { Runtime } from "../../../shared/service/index.ts";

type Keyed = Pick<Runtime, "keyed">;

/** The key of a machine: it follows from the town's secret, the machine and how often its key was changed. Kept nowhere. */
export const deviceKeyOf = (id: string, keys: number, { keyed }: Keyed): string =>
  `${readable(keyed("device-key", `${id}/${keys}`, 32))}${readable(keyed("device-key-rest", `${id}/${keys}`, 32))}`;

/** What the table holds of a key. */
export const keyDigestOf = (key: string, { keyed }: Keyed): string => keyed("device-key-digest", key, 32);

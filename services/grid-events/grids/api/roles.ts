import type { Role } from "../../../../shared/town/roles.ts";

/** Who sees the maps, the posts and who stands where. */
export const gridReaders = ["grid-worker", "dispatcher", "leader", "supervisor"] as const satisfies readonly Role[];
/** Who arranges posts. */
export const arrangesPosts = ["dispatcher", "leader"] as const satisfies readonly Role[];

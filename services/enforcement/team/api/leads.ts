import type { Role } from "../../../../shared/town/roles.ts";

/** Who may arrange the team; the domain says whose squad it is. */
export const arranging = ["squad-leader", "approver", "leader"] as const satisfies readonly Role[];
/** Who sees how the team stands. */
export const teamReaders = ["officer", "squad-leader", "approver", "leader", "supervisor", "legal-reviewer"] as const;

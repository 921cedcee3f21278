import type { Role } from "../../../../shared/town/roles.ts";

/** Who handles cases. */
export const caseOfficers = ["officer", "squad-leader"] as const satisfies readonly Role[];
/** The head, and the leaders among whom the chief is. */
export const organHeads = ["approver", "leader"] as const satisfies readonly Role[];
/** The head, or a squad leader whom the head empowered in writing. */
export const empoweredHeads = [...organHeads, "squad-leader"] as const satisfies readonly Role[];
/** Roles of people who may have a part in a case; who may in this one is a rule of each. */
export const caseHouse = [
  ...caseOfficers,
  "legal-reviewer",
  ...organHeads,
  "supervisor",
  "archivist",
] as const satisfies readonly Role[];
/** Who keeps the town's books. */
export const treasury = ["cashier", "accountant"] as const satisfies readonly Role[];

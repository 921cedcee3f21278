/** What a token may say a person is. A role opens a route; who may act on *this* case is a rule of the domain. */
export const roles = [
  "resident",
  "agent",
  "clerk",
  "reviewer",
  "approver",
  "issuer",
  "officer",
  "squad-leader",
  "legal-reviewer",
  "grid-worker",
  "dispatcher",
  "accountant",
  "finance-approver",
  "cashier",
  "supervisor",
  "archivist",
  "leader",
  "county",
  "device",
  "ops",
] as const;

export type Role = (typeof roles)[number];

/** Whether a word in a token is a role at all. */
export const isRole = (text: string): text is Role => roles.some((role) => role === text);

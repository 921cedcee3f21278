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

/** What a role is called in a town. */
export const roleNames: Readonly<Record<Role, string>> = {
  resident: "群众",
  agent: "代办员",
  clerk: "窗口人员",
  reviewer: "审查人员",
  approver: "审批负责人",
  issuer: "出证人员",
  officer: "执法人员",
  "squad-leader": "中队长",
  "legal-reviewer": "法制审核",
  "grid-worker": "网格员",
  dispatcher: "指挥调度",
  accountant: "会计",
  "finance-approver": "财政审批",
  cashier: "出纳",
  supervisor: "督查",
  archivist: "档案员",
  leader: "镇领导",
  county: "县级部门",
  device: "设备",
  ops: "运维",
};

/** What a role is called, in both languages. */
export const roleTitle = (role: Role) => ({ zh: roleNames[role], en: role.replaceAll("-", " ") });

/** Whether a word in a token is a role at all. */
export const isRole = (text: string): text is Role => roles.some((role) => role === text);

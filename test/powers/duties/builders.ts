import { duty } from "../../../services/powers/duties/domain/decider.ts";
import type { ListedItem, Propose, Task } from "../../../services/powers/duties/domain/duty.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { Living } from "../../support/living.ts";

export const theBureau: Actor = { sub: "bureau-1", name: "李科长", roles: ["county"], department: "agriculture" };
export const anotherBureau: Actor = { sub: "bureau-2", name: "王科长", roles: ["county"], department: "water" };
export const theLeader: Actor = { sub: "zhen-zhang", name: "镇长", roles: ["leader"] };

export const anApproval = { document: "县委编办〔2026〕3号", by: "县委编办", date: "2026-02-20" };
export const aTask = (task: Partial<Task> = {}): Task => ({
  title: "秸秆综合利用台账",
  basis: "县农业农村局工作方案",
  period: { from: "2026-04-01", to: "2027-03-31" },
  workload: { unit: "户", perYear: 1200, persons: 2 },
  moneyFen: 0,
  ...task,
});
export const onTheList: ListedItem = { code: "PS-010", sourceDepartment: "县农业农村局" };
export const proposing = (task: Partial<Task> = {}, listed?: ListedItem): Propose => ({
  type: "propose",
  task: aTask(task),
  listed,
});
/** Proposed on Monday 2 March 2026; the town answers by Monday the 16th (ten working days). */
export const aDuty = (task: Partial<Task> = {}) => new Living(duty).lawfully(proposing(task), "2026-03-02", theBureau);
export const approvedAndPaid = { approval: anApproval, moneyFen: 8_000_000 };

import { citizenCheck } from "../../shared/identity-codes/index.ts";
import type { Caller } from "./client.ts";

/** The town's own people, by the names its profile gives their posts. */
export const clerk = (number: 1 | 2 | 3): Caller => ({
  sub: `clerk-${number}`,
  name: `窗口${number}号`,
  roles: ["clerk"],
  office: "service-centre",
});
export const issuer: Caller = { sub: "issuer-1", name: "出证岗", roles: ["issuer"], office: "service-centre" };
const post =
  (sub: string, name: string, role: string) =>
  (office: string): Caller => ({
    sub: `${sub}-${office}`,
    name,
    roles: [role],
    office,
  });
export const reviewer = post("reviewer", "审查A岗", "reviewer");
export const deputy = post("deputy", "审查B岗", "reviewer");
export const approver = post("approver", "审批岗", "approver");
export const head = post("head", "科室负责人", "approver");
export const mayor: Caller = { sub: "zhen-zhang", name: "镇长", roles: ["leader"], office: "party-government" };
export const officer = (number: 1 | 2): Caller => ({
  sub: `officer-${number}`,
  name: `执法${number === 1 ? "一" : "二"}号`,
  roles: ["officer"],
  office: "enforcement-team",
});
export const captain: Caller = head("enforcement-team");
export const legalReviewer: Caller = {
  sub: "legal-reviewer-1",
  name: "法制审核员",
  roles: ["legal-reviewer"],
  office: "safety-rule-of-law",
};
export const accountant: Caller = {
  sub: "accountant-1",
  name: "会计一号",
  roles: ["accountant"],
  office: "finance-institute",
};
export const financeHead: Caller = {
  sub: "finance-approver-1",
  name: "财政所所长",
  roles: ["finance-approver"],
  office: "finance-institute",
};
export const dispatcher: Caller = {
  sub: "dispatcher-1",
  name: "指挥调度1号",
  roles: ["dispatcher"],
  office: "grid-centre",
};
export const gridWorker: Caller = {
  sub: "grid-worker-1",
  name: "网格员1号",
  roles: ["grid-worker"],
  office: "grid-centre",
};
export const cashier: Caller = {
  sub: "cashier-1",
  name: "出纳一号",
  roles: ["cashier"],
  office: "finance-institute",
};
export const supervisor: Caller = {
  sub: "supervisor-1",
  name: "督查",
  roles: ["supervisor"],
  office: "party-government",
};
export const caller: Caller = { sub: "caller-1", name: "回访员", roles: ["reviewer"], office: "culture-centre" };
export const county: Caller = { sub: "county-1", name: "县编办", roles: ["county"], department: "establishment" };
export const bureau: Caller = { sub: "bureau-1", name: "县农业农村局", roles: ["county"], department: "agriculture" };
export const kiosk: Caller = { sub: "kiosk-1", name: "取号机", roles: ["device"] };
export const agent: Caller = { sub: "agent-yang", name: "杨代办", roles: ["agent"] };
export const resident = (number: number): Caller => ({
  sub: `resident-${number}`,
  name: "群众",
  roles: ["resident"],
});

export interface Person {
  readonly kind: "citizen";
  readonly name: string;
  readonly idNumber: string;
  readonly phone: string;
}

const surnames = [..."李王张刘陈杨赵黄周吴杞普自"];
const givenNames = [..."秀英建国春梅志强桂兰文华永福丽琼"];

/** An invented person, born 1901, so that no number can belong to anybody living. */
export function somebody(number: number, random: () => number): Person {
  const pick = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? "";
  const body = `532302190101${String(1 + (number % 28)).padStart(2, "0")}${String(number % 1000).padStart(3, "0")}`;
  return {
    kind: "citizen",
    name: `${pick(surnames)}${pick(givenNames)}${pick(givenNames)}`,
    idNumber: body + citizenCheck(body),
    phone: `1380000${String(1000 + number).slice(-4)}`,
  };
}

/** A small random generator that repeats itself from a seed. */
export function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

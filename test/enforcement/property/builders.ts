import { goods } from "../../../services/enforcement/property/domain/decider.ts";
import type {
  Confiscating,
  Described,
  Dispose,
  GiveBack,
  GoodsCommand,
  GoodsCommandOf,
  Move,
  TakeConfiscated,
  TakeIn,
} from "../../../services/enforcement/property/domain/messages.ts";
import type { Actor } from "../../../shared/decider/index.ts";
import { Living } from "../../support/living.ts";
import { at, filedOn, officer1, officer2, theClerk, theHead } from "../cases/case-builders.ts";

export const sha = "a".repeat(64);
export const of = { handlers: [officer1.sub, officer2.sub] };
/** The keeper, who is no officer of the case, and who takes over from him. */
export const keeper = theClerk;
export const nextKeeper: Actor = { sub: "clerk-2", name: "窗口2号", roles: ["clerk"], office: "service-centre" };
export const theAccountant: Actor = {
  ...{ sub: "accountant-1", name: "会计", roles: ["accountant"], office: "finance-institute" },
};
export const owner: Actor = { sub: "resident-9", name: "某摊贩", roles: ["resident"], party: "KEY-P1" };

export const described = (more: Partial<Described> = {}): Described => ({
  ...{ kind: "goods", title: "腊肉", quantity: 20, unit: "块", condition: "完好", seals: ["封001"], pictures: [sha] },
  ...{ place: "镇政府库房", keeper: { kind: "staff", sub: keeper.sub } },
  ...more,
});
/** Until the last day of a seizure of 1 September. */
export const until = "2026-10-01";
export const taking = (more: Partial<TakeIn> = {}): TakeIn => ({
  ...{ type: "take-in", case: "CASE1", measure: "M1", under: "seizure", party: { id: "P1", key: "KEY-P1" } },
  ...{ handlers: of.handlers, takenOn: filedOn, until, item: described() },
  ...more,
});
export const aDecision = (more: Partial<Confiscating> = {}): Confiscating => ({
  ...{ status: "in-effect", case: "CASE1", party: { id: "P1", key: "KEY-P1" }, handlers: of.handlers },
  charges: { items: [{ kinds: ["没收非法财物"], confiscation: { goods: ["腊肉"] } }] },
  decision: { outcome: "punish", on: filedOn },
  ...more,
});
export const takingConfiscated = (more: Partial<TakeConfiscated> = {}): TakeConfiscated => ({
  ...{ type: "take-confiscated", proceeding: "CASE1:P1", item: described(), with: officer2.sub, list: sha },
  known: [],
  ...{ by: aDecision(), of: { ...of, officers: [{ sub: officer1.sub }, { sub: officer2.sub }] } },
  ...more,
});
export const receiving: GoodsCommand = { type: "receive", of };
export const moving = (more: Partial<Move> = {}): Move => ({
  ...{ type: "move", of, keeper: { kind: "staff", sub: nextKeeper.sub }, place: "冷库", reasons: "需要冷藏" },
  ...more,
});
export const selling = (amountFen = 80_000, marketFen = 100_000): GoodsCommand => ({
  ...{ type: "sell-perishable", of, amountFen, marketFen, reasons: "即将变质", record: sha, account: "代管账户1" },
});
export const losing = (more: Partial<GoodsCommandOf<"note-loss">> = {}): GoodsCommandOf<"note-loss"> => ({
  ...{ type: "note-loss", of, what: "lost", valueFen: 50_000, reasons: "被盗" },
  ...more,
});
export const giving = (more: Partial<GiveBack> = {}): GiveBack => ({
  ...{ type: "give-back", of, to: "owner", name: "欧阳娜娜", acknowledgement: sha, paidFen: 0 },
  ...more,
});
export const compensating = (paidFen: number): GoodsCommand => ({ type: "compensate", of, paidFen, receipt: "凭证1" });
export const calling: GoodsCommand = { type: "call-owner", of, where: "镇政府公告栏" };
export const turningIn: GoodsCommand = { type: "turn-in", of, receipt: "缴库1", reasons: "无人认领" };
export const releasing: GoodsCommand = { type: "release", ground: "no-need" };
export const confiscating: GoodsCommand = { type: "confiscate", proceeding: "CASE1:P1" };
export const restoring: GoodsCommand = { type: "restore", proceeding: "CASE1:P1" };
export const handing: GoodsCommand = { type: "hand-over", organ: "禄丰市公安局", receipt: "收条1" };
export const deciding = (
  how: GoodsCommandOf<"decide-disposal">["how"],
  more: Partial<GoodsCommandOf<"decide-disposal">> = {},
): GoodsCommandOf<"decide-disposal"> => ({ type: "decide-disposal", of, how, reasons: "依法处置", ...more });
export const disposing = (type: Dispose["type"], more: Partial<Dispose> = {}): Dispose => ({
  ...{ type, of, record: sha, amountFen: 90_000, interestFen: 100, receipt: "缴库1", organ: "县应急局" },
  ...{ witnesses: ["李四", "王五"], recording: sha },
  ...more,
});

type Told = readonly [GoodsCommand, Actor, string?];
export function told(...all: readonly Told[]) {
  const one = new Living(goods, at());
  for (const [command, actor, date = filedOn] of all) one.lawfully(command, date, actor);
  return one;
}
/** Taken under a seizure, and with its keeper. */
export const held = (more: Partial<TakeIn> = {}, ...then: readonly Told[]) =>
  told([taking(more), officer1], [receiving, keeper], ...then);
export const returning = (...then: readonly Told[]) => held({}, [releasing, theHead], ...then);
export const confiscated = (...then: readonly Told[]) => held({}, [confiscating, officer1], ...then);

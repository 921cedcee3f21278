import * as z from "zod";
import { present } from "../../../../shared/decider/index.ts";
import { create, list, problem, type Route, readById, resource, severalOf } from "../../../../shared/http/index.ts";
import type { Runtime } from "../../../../shared/service/index.ts";
import { factReference, heldFact, type Loaded, sha256 } from "../../../../shared/store/index.ts";
import { textOf, titled } from "../../../../shared/text/index.ts";
import type { Role } from "../../../../shared/town/roles.ts";
import { gridEvent } from "../../events/domain/decider.ts";
import { isReporter } from "../../events/domain/who.ts";
import { matterOfReceipt, receiptPattern } from "../../events/index.ts";
import { type Reward, type RewardCommand, reward, rewardMoves, rewardStatuses } from "../domain/reward/reward.ts";

const house = ["dispatcher", "leader", "supervisor"] as const satisfies readonly Role[];
const day = z.iso.date();
const sumFen = titled(z.int().min(1).max(100_000_000), { zh: "奖励金额（分）", en: "Sum in fen" });
const reasons = textOf(2_000, 2);
const eventId = z.string().regex(/^[0-9A-Z]{16}$/);

const rewardView = z.object({
  ...{ id: z.string(), version: z.int(), status: z.enum(rewardStatuses), event: z.string(), category: z.string() },
  ...{ sumFen, grantedOn: day.optional(), paidOn: day.optional() },
});
const viewReward = ({ id, version, state }: Loaded<Reward>) => ({
  ...{ id, version, status: state.status, event: state.event, category: state.category, sumFen: state.sumFen },
  ...present({ grantedOn: state.grantedOn, paidOn: state.paidOn }),
});

const rewards = resource({
  of: reward,
  at: "/grid-events/rewards",
  staff: house,
  moves: rewardMoves,
  statusOf: ({ status }) => status,
  returns: rewardView,
  view: (loaded) => viewReward(loaded),
});

/** One for each matter. The id does not lead back to it: finance sees who is paid, and must not learn what he reported. */
const rewardIdOf = (event: string, { keyed }: Pick<Runtime, "keyed">): string => keyed("reward", event, 16);
/** Made anew from the town's secret whenever it is asked for: the table holds no code. */
const codeOf = (id: string, { keyed }: Pick<Runtime, "keyed">): string => keyed("reward-code", id, 20);

const matterOf = async (id: string, { store }: Pick<Runtime, "store">) => {
  const event = (await store.load(reward, id))?.state.event ?? "";
  return { matter: heldFact(factReference(gridEvent, event)) };
};

/** What its reporter reads: the sum, and the code that finance pays against. */
const own = z.object({
  ...{ status: z.enum(rewardStatuses), sumFen },
  code: titled(z.string(), { zh: "领奖码", en: "Code for the cashier" }).optional(),
  ...{ grantedOn: day.optional(), paidOn: day.optional() },
});
const told: ReadonlySet<Reward["status"]> = new Set(["granted", "paid", "taken-back"]);

function viewOwn({ id, state }: Loaded<Reward>, runtime: Runtime) {
  const { status, sumFen: sum, grantedOn, paidOn } = state;
  const code = status === "granted" ? codeOf(id, runtime) : undefined;
  return { status, sumFen: sum, ...present({ code, grantedOn, paidOn }) };
}
const rewardFor = async (event: string, runtime: Runtime): Promise<Loaded<Reward> | undefined> => {
  const found = await runtime.store.load(reward, rewardIdOf(event, runtime));
  return found !== undefined && told.has(found.state.status) ? found : undefined;
};

const receipt = z.string().regex(receiptPattern);
const byReceipt: Route = {
  ...{ method: "POST", path: "/grid-events/receipts/reward", status: 200, isCommand: false, allow: "public" },
  summary: {
    zh: "凭回执查看举报奖励和领奖码（凭码领取，不登记身份）",
    en: "The reward of a receipt and its code; finance pays against the code and asks no name here",
  },
  body: z.strictObject({ receipt }),
  returns: own,
  async handle({ body }, runtime) {
    const matter = await matterOfReceipt(runtime, z.object({ receipt }).parse(body).receipt);
    const found = matter === undefined ? undefined : await rewardFor(matter.id, runtime);
    return found === undefined ? problem(404, "resource.not-found") : { status: 200, body: viewOwn(found, runtime) };
  },
};

/** Rewards for reporters (G11): who reported stays with the matter, and finance pays against a code. */
export const rewardRoutes: readonly Route[] = [
  create("POST /grid-events/rewards", {
    summary: { zh: "提出举报奖励（已结案、列入奖励范围的事件）", en: "Propose a reward for a matter that is settled" },
    allow: ["dispatcher"],
    of: reward,
    id: ({ body, runtime }) => rewardIdOf(body.event, runtime),
    body: z.strictObject({ event: eventId, sumFen, reasons }),
    facts: ({ body }) => ({ matter: heldFact(factReference(gridEvent, body.event)) }),
    run: ({ body, facts }): RewardCommand => ({ type: "propose", ...body, matter: facts.matter }),
    returns: rewards.returns,
    view: rewards.view,
  }),
  list("GET /grid-events/rewards", {
    summary: { zh: "举报奖励：按状态；不含举报人", en: "Rewards by state; they name nobody" },
    allow: house,
    of: reward,
    query: { status: severalOf(rewardStatuses).default(["suggested"]) },
    sorts: ["proposedAt"],
    returns: rewardView,
    find: ({ query: { status } }) => status.map((one) => ({ index: "byStatus", partition: `reward:${one}` })),
    view: (loaded) => viewReward(loaded),
  }),
  rewards.read({ zh: "一项奖励", en: "One reward" }, house),
  rewards.step("grant", {
    summary: { zh: "批准奖励（提出人不得批准）", en: "Grant it: never who proposed it" },
    allow: ["leader"],
    body: z.strictObject({}),
    facts: ({ id, runtime }) => matterOf(id, runtime),
    run: ({ id, facts, runtime }): RewardCommand => ({
      ...{ type: "grant", codeDigest: sha256(codeOf(id, runtime)), matter: facts.matter },
    }),
  }),
  rewards.step("turn-down", {
    summary: { zh: "不批准奖励", en: "Decline it" },
    allow: ["leader"],
    body: z.strictObject({ reasons }),
    run: ({ body }) => ({ type: "turn-down", ...body }),
  }),
  rewards.step("withdraw", {
    summary: { zh: "发放之前收回", en: "Take it back before it is paid" },
    allow: ["leader"],
    body: z.strictObject({ reasons }),
    run: ({ body }) => ({ type: "withdraw", ...body }),
  }),
  rewards.history({ zh: "奖励的经过", en: "History of a reward" }, house),
  readById("GET /grid-events/events/{id}/reward", {
    summary: { zh: "本人上报事件的奖励和领奖码", en: "The reward for one's own report, and its code" },
    allow: ["resident"],
    of: gridEvent,
    returns: own,
    mayRead: async ({ id, state }, actor, runtime) =>
      actor !== undefined && isReporter(state, actor) && (await rewardFor(id, runtime)) !== undefined,
    view: async ({ id }, { runtime }) => {
      const found = await rewardFor(id, runtime);
      if (found === undefined) throw new TypeError("unreachable");
      return viewOwn(found, runtime);
    },
  }),
  byReceipt,
];

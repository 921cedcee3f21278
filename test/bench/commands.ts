import { GetCommand, TransactWriteCommand } from "@aws-sdk/lib-dynamodb";
import type { Item } from "../../shared/store/index.ts";
import { packed } from "../../shared/store/packing.ts";
import type { Caller, Hall } from "./hall.ts";
import { inTurn, ratio } from "./timing.ts";

const clerk: Caller = { sub: "clerk-1", roles: "[clerk]", office: "service-centre" };
const reviewer: Caller = { sub: "reviewer-1", roles: "[reviewer]", office: "agriculture-centre" };
const second: Caller = { ...reviewer, sub: "reviewer-2" };
const approver: Caller = { sub: "approver-1", roles: "[approver]", office: "agriculture-centre" };

const item = "PL-015";
const materials = ["渔业捕捞许可证申请书"];
const applicant = { kind: "citizen", name: "张三", idNumber: "110101190001010014", phone: "13800001234" };

/** The materials an applicant must bring, so that the case can be accepted. */
async function needed(hall: Hall): Promise<string[]> {
  const { missing } = await receive(hall, []);
  return Array.isArray(missing) ? missing.map(String) : materials;
}

const receive = (hall: Hall, given: readonly string[]) =>
  hall.call("POST", "/permits/applications", clerk, { itemCode: item, applicant, materials: given });
const path = (id: unknown, verb = "") => `/permits/applications/${String(id)}${verb}`;

/** One Get and one transaction of the same two items, without anything of ours around them. */
function bare({ client, name }: Hall, items: readonly Item[]) {
  return async (round: number) => {
    const [first] = items;
    if (first === undefined) throw new Error("nothing to write");
    await client.send(new GetCommand({ TableName: name, Key: { pk: first.pk, sk: first.sk }, ConsistentRead: true }));
    await client.send(
      new TransactWriteCommand({
        TransactItems: items.map((one) => ({
          Put: {
            TableName: name,
            Item: packed({ ...one, pk: `bare#${round}#${Math.random()}` }),
            ConditionExpression: "attribute_not_exists(pk)",
            ReturnValuesOnConditionCheckFailure: "ALL_OLD",
          },
        })),
      }),
    );
  };
}

/** Create, transition and read through the Lambda handler, against bare requests of the same size in the same run. */
export async function commands(hall: Hall, rounds: number) {
  const warmUp = Math.ceil(rounds / 5);
  const given = await needed(hall);
  const open: unknown[] = [];
  for (let number = 0; number < rounds + warmUp; number += 1) open.push((await receive(hall, given)).id);
  const created = hall.spy.puts;
  await hall.call("POST", path((await receive(hall, given)).id, "/accept"), clerk, {});
  const accepted = hall.spy.puts;

  const timings = await inTurn(rounds, warmUp, {
    bareCreate: bare(hall, created),
    create: () => receive(hall, given),
    bareTransition: bare(hall, accepted),
    transition: (round) => hall.call("POST", path(open[round], "/accept"), clerk, {}),
    bareRead: (round) =>
      hall.client.send(
        new GetCommand({
          TableName: hall.name,
          Key: { pk: `application#${String(open[round]).split(".")[1]}`, sk: "state" },
          ConsistentRead: true,
        }),
      ),
    read: (round) => hall.call("GET", path(open[round]), clerk),
  });
  const p50 = (of: string) => timings.get(of)?.p50 ?? Number.NaN;
  const figures = {
    rounds,
    milliseconds: Object.fromEntries(timings),
    ratios: {
      create: ratio(p50("create"), p50("bareCreate")),
      transition: ratio(p50("transition"), p50("bareTransition")),
      read: ratio(p50("read"), p50("bareRead")),
    },
    capacity: await capacity(hall, given),
  };
  return { figures, model: accepted.find(({ sk }) => sk === "state") };
}

/** What each step of one application costs: read requests, items written, and the engine's capacity units. */
async function capacity(hall: Hall, given: readonly string[]) {
  const costs: Record<string, { reads: number; items: number; capacityUnits: number }> = {};
  const costOf = async (step: string, act: () => Promise<{ id?: string }>) => {
    hall.spy.reads = 0;
    const answer = await act();
    costs[step] = { reads: hall.spy.reads, items: hall.spy.puts.length, capacityUnits: hall.spy.capacity };
    return answer.id;
  };
  const id = await costOf("receive", () => receive(hall, given));
  const step = (verb: string, who: Caller, body: object = {}) =>
    costOf(verb, () => hall.call("POST", path(id, `/${verb}`), who, body));
  await step("accept", clerk);
  await step("review", reviewer, {
    opinion: "agree",
    inspectors: ["reviewer-1", "reviewer-2"],
    affectsThirdParties: false,
  });
  await step("confirm-survey", second);
  await step("review", reviewer, { opinion: "agree" });
  await step("decide", approver, { outcome: "granted" });
  return costs;
}

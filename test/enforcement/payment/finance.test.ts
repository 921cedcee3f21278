import { describe, expect, test } from "vitest";
import { enforcement } from "../../../services/enforcement/service.ts";
import { fineEvents } from "../../../shared/contracts/enforcement-fines.ts";
import type { CloudEvent } from "../../../shared/messaging/index.ts";
import { handTo } from "../../support/reacting.ts";
import {
  aCharge,
  accountant,
  aFiledCase,
  aNotice,
  anAct,
  aWholeTown,
  citizen,
  handOver,
  head,
  officer,
  place,
  punishing,
  type WholeTown,
} from "../whole-town.ts";
import { aFine, following, theMayor } from "./builders.ts";

const day = "2026-03-02";
const received = (service: string, id: string, amountFen: number, serial = 1): CloudEvent => ({
  ...{ specversion: "1.0", source: "/finance", type: "finance.payment.received", subject: `payment/${serial}` },
  ...{ id: `payment/${serial}/1`, time: "2026-03-10T01:00:00.000Z", datacontenttype: "application/json" },
  ...{ sequence: 1, actor: "finance" },
  data: {
    for: { service, id },
    amountFen,
    treasuryFen: amountFen,
    receivedOn: "2026-03-10",
    receipt: `缴款书${serial}号`,
  },
});
const reversed = (id: string, amountFen: number, serial: number): CloudEvent => ({
  ...received("enforcement", id, amountFen, serial),
  ...{ type: "finance.payment.reversed", id: `payment/${serial}/2`, sequence: 2 },
  data: {
    ...{ for: { service: "enforcement", id }, amountFen, receivedOn: "2026-03-10", on: "2026-03-10" },
    ...{ receipt: `缴款书${serial}号`, serial: `GK-${serial}` },
  },
});
const hand = (town: WholeTown, event: CloudEvent) => handTo(enforcement.subscriptions, event, town.runtime);

describe("CF-67: money that finance received", () => {
  test("pays the fine it is for, once, and no other service's", async () => {
    const town = await aWholeTown(["PN-070"]);
    const { id, evidence } = await aFiledCase(town, [citizen(1)], [anAct("PN-070", day)]);
    const of = `${id}:P1`;
    const at = await aNotice(town, of, [aCharge(evidence)]);
    await town.turnTo("2026-03-10");
    await town.post(`${at}/decide`, punishing, head);
    await handOver(town, of, "decision");
    const owed = async () => await town.get(`/fines/${of}`, accountant);
    expect(await hand(town, received("permits", of, 40_000, 1))).toEqual([]);
    expect(await owed()).toMatchObject({ owed: { openFen: 100_000 } });
    for (const _time of [1, 2]) expect(await hand(town, received("enforcement", of, 40_000, 2))).toEqual([]);
    expect(await owed()).toMatchObject({ status: "due", owed: { openFen: 60_000 } });
    expect(await hand(town, received("enforcement", of, 60_000, 3))).toEqual([]);
    await town.settle();
    expect(await owed()).toMatchObject({ status: "paid" });
    expect(await town.get(at, officer(1))).toMatchObject({ left: ["order"] });
    // F-47: the last part was another one's money: the fine is owed again, and its proceeding asks for it again.
    for (const _time of [1, 2]) expect(await hand(town, reversed(of, 60_000, 3))).toEqual([]);
    await town.settle();
    expect(await owed()).toMatchObject({ status: "due", owed: { openFen: 60_000 } });
    expect(await town.get(at, officer(1))).toMatchObject({ left: ["fine", "order"], performed: [] });
    expect(await hand(town, received("enforcement", of, 60_000, 4))).toEqual([]);
    await town.settle();
    expect(await town.get(at, officer(1))).toMatchObject({ left: ["order"], performed: [{ what: "fine" }] });
  });

  test("for no debt that there is, it is set aside with its reason, and pays nothing", async () => {
    const town = await aWholeTown(["PN-070"]);
    expect(await hand(town, received("enforcement", "NONE:P1", 1))).toEqual([
      expect.stringContaining("finance.payment.received: "),
    ]);
  });

  test("CF-67: a penalty on the spot is paid at the bank in one sum", async () => {
    const town = await aWholeTown(["PN-076"]);

    const body = {
      ...{ code: "PN-076", place, address: "广通镇人民路1号", facts: "损毁保护标志", party: citizen(1).party },
      ...{ with: "officer-2", kinds: ["罚款"], amountFen: 10_000, tier: "minor" },
      told: { cardsShown: true, factsAndBasis: true, rights: true, defence: { stated: true, note: "当事人认错" } },
      ...{ correction: { how: "at-once" }, form: { how: "signed" } },
    };
    const { id } = await town.post("/on-spot-penalties", body, officer(1));
    const at = `/on-spot-penalties/${String(id)}`;
    await town.post(`${at}/countersign`, {}, officer(2));
    await town.post(`${at}/report`, {}, officer(1));
    await town.turnTo("2026-03-10");
    for (const [amountFen, serial] of [
      [9_999, 4],
      [10_001, 5],
    ] as const)
      expect(await hand(town, received("enforcement", String(id), amountFen, serial))).toEqual([
        "finance.payment.received: enforcement.not-the-whole-sum",
      ]);
    expect(await hand(town, received("enforcement", String(id), 10_000, 6))).toEqual([]);
    expect(await town.get(at, officer(1))).toMatchObject({ status: "settled" });
    // F-36: paid a second time, it is seen and goes back.
    for (const _time of [1, 2]) expect(await hand(town, received("enforcement", String(id), 10_000, 7))).toEqual([]);
    expect(await town.get(at, officer(1))).toMatchObject({
      ...{ status: "settled", refundFen: 10_000 },
      banked: [{ receipt: "缴款书6号" }, { receipt: "缴款书7号", amountFen: 10_000, on: "2026-03-10" }],
    });
    // F-47: each was booked here by mistake: first nothing goes back, then the fine is owed again.
    for (const [serial, expected] of [
      [7, { status: "settled", refundFen: 0 }],
      [6, { status: "reported", banked: [] }],
    ] as const) {
      expect(await hand(town, reversed(String(id), 10_000, serial))).toEqual([]);
      expect(await town.get(at, officer(1))).toMatchObject(expected);
    }
    expect(await hand(town, received("enforcement", String(id), 10_000, 8))).toEqual([]);
    expect(await town.get(at, officer(1))).toMatchObject({ status: "settled" });
  });
});

describe("what finance is told of a fine", () => {
  const told = (one: ReturnType<typeof aFine>, type: keyof typeof fineEvents) =>
    one.events.filter((event) => event.type === type).map(({ data }) => fineEvents[type].parse(data));

  test("it is due with its items, it changes, its surcharge is waived, it ends", () => {
    const items = ["PN-070", "PN-071"];
    const one = aFine();
    expect(told(one, "enforcement.fine.due")).toMatchObject([{ items: [], fineFen: 100_000, due: "2026-01-30" }]);
    expect(
      told(one.lawfully(following({ fineFen: 50_000 }, { items }), "2026-01-20"), "enforcement.fine.changed"),
    ).toEqual([{ fineFen: 50_000, gainsFen: 0 }]);
    one.lawfully({ type: "end", ground: "dead-without-estate", reasons: "无遗产" }, "2026-02-20", theMayor);
    expect(told(one, "enforcement.fine.ended")).toEqual([{ on: "2026-02-20", ground: "dead-without-estate" }]);
  });
});

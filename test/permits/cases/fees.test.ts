import { describe, expect, test } from "vitest";
import { application } from "../../../services/permits/cases/domain/application/decider.ts";
import type { CloudEvent } from "../../../shared/messaging/index.ts";
import { refusalOf } from "../../support/deciding.ts";
import { aHall, deliver } from "../permits-hall.ts";
import { aCommand, anApplication, aPower, theClerk } from "./builders.ts";
import { withFee } from "./ready-cases.ts";

const today = "2026-03-02";
const { pay } = aCommand(today);
const accepted = (guide = {}) => anApplication({ status: "accepted", guide });

describe("XK-58: it costs nothing, unless a law or an administrative regulation says so", () => {
  test("a fee without such a basis blocks the acceptance; with it, it is due from that day and published", () => {
    expect(refusalOf(anApplication({ guide: { feeFen: 1000 } }).tell(aCommand(today).accept, today))).toMatchObject({
      code: "permits.fee-without-basis",
      details: { feeFen: 1000, rule: "XK-58" },
    });
    const one = accepted(withFee);
    expect(one.state).toMatchObject({ fee: { amountFen: 1000, basis: withFee.feeBasis, dueOn: today } });
    expect(one.events.at(-1)).toMatchObject({ type: "permits.fee.due", data: { amountFen: 1000 } });
  });

  test("nor does the law's own acceptance make a fee due that has no basis", () => {
    const silent = anApplication({ guide: { feeFen: 1000 } });
    silent.letPass("2026-03-10");
    expect(silent.state).toMatchObject({ status: "accepted", acceptedOn: today });
    expect(silent.state).not.toHaveProperty("fee");
  });

  test("what is free has no fee, and a payment for it is refused", () => {
    expect(accepted().state).not.toHaveProperty("fee");
    expect(refusalOf(accepted().tell(pay, today)).code).toBe("permits.no-fee-due");
  });
});

describe("XK-59: all of it in the treasury", () => {
  test.each([
    ["a fen less", { amountFen: 999, treasuryFen: 999 }, "permits.fee-differs"],
    ["a fen more", { amountFen: 1001, treasuryFen: 1001 }, "permits.fee-differs"],
    ["a part kept by the unit", { amountFen: 1000, treasuryFen: 999 }, "permits.fee-not-to-treasury"],
  ])("%s is refused", (_what, sums, code) => {
    expect(refusalOf(accepted(withFee).tell({ ...pay, ...sums }, today))).toMatchObject({
      code,
      details: { rule: "XK-59" },
    });
  });

  test("the whole is put down to the case, whatever became of it; told again it changes nothing", () => {
    for (const status of ["accepted", "paused", "granted", "refused", "closed"] as const) {
      const one = anApplication({ status, guide: withFee }).lawfully(pay, "2026-03-05");
      expect(one.state).toMatchObject({ status, fee: { paid: { on: "2026-03-05", receipt: pay.receipt } } });
      expect(one.tell(pay, "2026-03-06")).toEqual([]);
    }
  });

  test("finance.payment.received pays the case it is for, and no other service's", async () => {
    const hall = await aHall(aPower(), { ...withFee, feeBasisLevel: "law" });
    const id = await hall.file(theClerk);
    await hall.post(theClerk, `/permits/applications/${id}/accept`);
    const paid = (service: string, serial: number): CloudEvent => ({
      ...{ specversion: "1.0", source: "/finance", type: "finance.payment.received", subject: "payment/1" },
      ...{ id: `payment/1/${serial}`, time: "2026-03-03T01:00:00.000Z", datacontenttype: "application/json" },
      ...{ sequence: serial, actor: "finance" },
      data: {
        for: { service, id },
        amountFen: 1000,
        treasuryFen: 1000,
        receivedOn: "2026-03-03",
        receipt: "缴款书1号",
      },
    });
    const fee = async () => (await hall.runtime.store.load(application, id))?.state;
    await deliver(hall, paid("penalties", 1));
    expect(await fee()).not.toHaveProperty("fee.paid");
    await deliver(hall, paid("permits", 2));
    await deliver(hall, paid("permits", 2));
    expect(await fee()).toMatchObject({ fee: { paid: { on: "2026-03-02", receipt: "缴款书1号" } } });
  });

  test("XK-59: paid in parts or beyond it, the fee is paid once it is whole; a part pays nothing yet", async () => {
    const hall = await aHall(aPower(), { ...withFee, feeBasisLevel: "law" });
    const id = await hall.file(theClerk);
    await hall.post(theClerk, `/permits/applications/${id}/accept`);
    const part = (serial: number, amountFen: number, paysWhole: boolean): CloudEvent => ({
      ...{ specversion: "1.0", source: "/finance", type: "finance.payment.received", subject: "receivable/1" },
      ...{ id: `receivable/1/${serial}`, time: "2026-03-03T01:00:00.000Z", datacontenttype: "application/json" },
      ...{ sequence: serial, actor: "finance" },
      data: {
        ...{ for: { service: "permits", id }, amountFen, treasuryFen: amountFen, dueFen: 1000, paysWhole },
        ...{ receivedOn: "2026-03-03", receipt: `缴款书${serial}号` },
      },
    });
    const fee = async () => (await hall.runtime.store.load(application, id))?.state;
    await deliver(hall, part(1, 400, false));
    expect(await fee()).not.toHaveProperty("fee.paid");
    await deliver(hall, part(2, 700, true));
    expect(await fee()).toMatchObject({ fee: { amountFen: 1000, paid: { receipt: "缴款书2号" } } });
    await deliver(hall, part(3, 50, false));
    expect(await fee()).toMatchObject({ fee: { paid: { receipt: "缴款书2号" } } });
  });

  test("F-47: booked to the case by mistake, the fee is owed again; one that stays whole is not", async () => {
    const hall = await aHall(aPower(), { ...withFee, feeBasisLevel: "law" });
    const id = await hall.file(theClerk);
    await hall.post(theClerk, `/permits/applications/${id}/accept`);
    const money = (type: string, at: number, more: object): CloudEvent => ({
      ...{ specversion: "1.0", source: "/finance", type, subject: "receivable/1", id: `receivable/1/${at}` },
      ...{ time: "2026-03-03T01:00:00.000Z", datacontenttype: "application/json", sequence: at, actor: "finance" },
      data: {
        ...{ for: { service: "permits", id }, amountFen: 1000, treasuryFen: 1000, dueFen: 1000 },
        ...{ receivedOn: "2026-03-03", receipt: `缴款书${at}号`, serial: `GK-${at}`, on: "2026-03-03", ...more },
      },
    });
    const fee = async () => (await hall.runtime.store.load(application, id))?.state;
    await deliver(hall, money("finance.payment.received", 1, { paysWhole: true }));
    await deliver(hall, money("finance.payment.reversed", 2, { staysWhole: true }));
    expect(await fee()).toHaveProperty("fee.paid");
    for (const _time of [1, 2]) {
      await deliver(hall, money("finance.payment.reversed", 3, { staysWhole: false }));
      expect(await fee()).not.toHaveProperty("fee.paid");
    }
    await deliver(hall, money("finance.payment.received", 4, { paysWhole: true }));
    expect(await fee()).toMatchObject({ fee: { paid: { receipt: "缴款书4号" } } });
  });
});

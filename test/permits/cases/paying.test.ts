import { describe, expect, test } from "vitest";
import * as z from "zod";
import type { Act, Authorisation } from "../../../services/permits/authorisations/domain/authorisation.ts";
import { isRejection } from "../../../shared/decider/index.ts";
import type { CloudEvent } from "../../../shared/messaging/index.ts";
import { refusalOf } from "../../support/deciding.ts";
import { aGiving, aGivingBody, anAuthorisation } from "../authorisations/builders.ts";
import { aPeopleTown } from "../people-town.ts";
import { aForm, deliver } from "../permits-hall.ts";
import { aCommand, anApplication, aResident, theClerk, theParty } from "./builders.ts";
import { withFee } from "./ready-cases.ts";

const today = "2026-03-02";
const { pay } = aCommand(today);
const standing = (one = anAuthorisation()): Authorisation => {
  if (one.state === undefined) throw new Error("nobody gave it");
  return one.state;
};
const to = (...acts: Act[]) => standing(anAuthorisation(aGiving({ party: theParty, scope: { items: "all", acts } })));
const paying = (given = to("pay")) => ({ type: "pay-by-agent", authorisation: "A-1", given }) as const;
const due = () => anApplication({ status: "accepted", guide: { ...withFee, proxyAllowed: true } });

describe("L9, V11: an agent pays the fee for the villager (代缴)", () => {
  test("not under an authorisation to file or to collect, one that ended, or one of another villager", () => {
    const ended = standing(anAuthorisation(aGiving({ party: theParty })).lawfully({ type: "revoke" }, today, theClerk));
    for (const [given, failed] of [
      [to("file", "collect"), ["act-not-covered"]],
      [ended, ["ended"]],
      [{ ...to("pay"), party: "SOMEBODY-ELSE" }, ["other-villager"]],
    ] as const)
      expect(refusalOf(due().tell(paying(given), today))).toMatchObject({
        code: "permits.not-authorised",
        details: { act: "pay", failed, rule: "L9" },
      });
    expect(refusalOf(due().tell({ ...paying(), given: undefined }, today)).details).toMatchObject({
      failed: ["no-authorisation"],
    });
  });

  test("on the last day of the authorisation, not on the day after", () => {
    const { until } = to("pay");
    const dayAfter = new Date(Date.parse(until) + 86_400_000).toISOString().slice(0, 10);
    expect(isRejection(due().tell(paying(), until))).toBe(false);
    expect(refusalOf(due().tell(paying(), dayAfter)).details).toMatchObject({ failed: ["expired"] });
  });

  test("only a fee that is due and not paid yet", () => {
    const free = anApplication({ status: "accepted", guide: { proxyAllowed: true } });
    expect(refusalOf(free.tell(paying(), today)).code).toBe("permits.no-fee-due");
    const paid = due().lawfully(pay, today);
    expect(refusalOf(paid.tell(paying(), today))).toMatchObject({ code: "permits.fee-paid-already" });
  });

  test("it is on record, told twice it is the same, and the payment says who paid", () => {
    const one = due().lawfully(paying(), today);
    expect(one.state).toMatchObject({ fee: { payer: { authorisation: "A-1", on: today } } });
    expect(one.tell(paying(), today)).toEqual([]);
    one.lawfully(pay, "2026-03-03");
    expect(one.events.at(-1)).toMatchObject({
      type: "permits.fee.paid",
      data: { paidBy: { kind: "agent", authorisation: "A-1" } },
    });
    expect(due().lawfully(pay, today).events.at(-1)?.data).not.toHaveProperty("paidBy");
  });

  test("the villager is told who paid, and gets the number of his receipt, once", async () => {
    const town = await aPeopleTown([{ ...withFee, feeBasisLevel: "law" }]);
    const id = await town.create(theClerk, "/permits/applications", aForm);
    await town.post(theClerk, `/permits/applications/${id}/accept`);
    const authorisation = await town.create(theClerk, "/permits/authorisations", aGivingBody);
    const path = `/permits/applications/${id}/pay-by-agent`;
    expect(await town.post(theClerk, path, { authorisation: "NONE" })).toMatchObject({ status: 422 });
    expect(await town.post(theClerk, path, { authorisation })).toMatchObject({
      status: 200,
      body: { fee: { payer: { authorisation } } },
    });
    const received: CloudEvent = {
      ...{ specversion: "1.0", source: "/finance", type: "finance.payment.received", subject: "payment/1" },
      ...{ id: "payment/1/1", time: "2026-03-03T01:00:00.000Z", datacontenttype: "application/json" },
      ...{ sequence: 1, actor: "finance" },
      data: {
        for: { service: "permits", id },
        ...{ amountFen: 1000, treasuryFen: 1000, receivedOn: "2026-03-03", receipt: "缴款书1号" },
      },
    };
    await deliver(town, received);
    await deliver(town, received);
    await town.settle({ times: 2 });
    const page = z.object({ items: z.array(z.looseObject({ kind: z.string(), text: z.object({ zh: z.string() }) })) });
    const { items } = page.parse((await town.get(aResident, "/permits/notices")).body);
    const told = items.filter(({ kind }) => kind === "fee-paid");
    expect(told).toHaveLength(1);
    expect(told[0]?.text.zh).toMatch(/10\.00元.*李代办.*代缴.*缴款书1号/u);
  });
});

import { expect, test } from "vitest";
import * as z from "zod";
import { permits } from "../../services/permits/service.ts";
import type { CloudEvent } from "../../shared/messaging/index.ts";
import { theApprover, theClerk, theIssuer, theReviewer, theSecond } from "../permits/cases/builders.ts";
import { withFee } from "../permits/cases/ready-cases.ts";
import { aPeopleTown } from "../permits/people-town.ts";
import { aForm } from "../permits/permits-hall.ts";
import { unprinted } from "../permits/unprinted.ts";
import { deliverAllOf } from "../support/reacting.ts";
import { financeBeside } from "./finance-beside.ts";

const page = z.object({ items: z.array(z.looseObject({ id: z.string() })) });

test("XK-58, XK-59: a fee of a permit is due, held against the certificate, paid into the treasury, and the certificate is released", async () => {
  const hall = await aPeopleTown([{ ...withFee, feeBasisLevel: "law" }]);
  const published: CloudEvent[] = [];
  const heard = { heard: (event: CloudEvent) => void published.push(event) };
  const office = await financeBeside({
    ...{ runtime: hall.runtime, published, subscriptions: unprinted },
    settle: async () => {
      expect(await deliverAllOf(hall.committed, permits, unprinted, hall.runtime, heard)).toEqual([]);
    },
  });
  const id = await hall.create(theClerk, "/permits/applications", aForm);
  const step = async (verb: string, who = theClerk, body: object = {}) => {
    const { status, body: view } = await hall.post(who, `/permits/applications/${id}/${verb}`, body);
    expect([verb, status]).toEqual([verb, 200]);
    return view;
  };
  const inFinance = `/receivables/permits:${id}`;
  expect((await office.get(inFinance)).status).toBe(404);
  await step("accept");
  await office.settle();
  expect((await office.get(inFinance)).body).toMatchObject({ kind: "fee", owedFen: withFee.feeFen, status: "open" });
  const survey = { opinion: "agree", affectsThirdParties: false, inspectors: ["reviewer-1", "reviewer-2"] };
  await step("review", theReviewer, survey);
  await step("confirm-survey", theSecond);
  await step("review", theReviewer, { opinion: "agree", affectsThirdParties: false });
  await step("decide", theApprover, { outcome: "granted" });
  await office.settle();
  const [paper] = page.parse((await hall.get(theIssuer, "/permits/certificates")).body).items;
  const issue = () => hall.post(theIssuer, `/permits/certificates/${paper?.id}/issue`);
  expect(await issue()).toMatchObject({
    ...{ status: 422, body: { code: "permits.fee-not-paid", details: { unpaidFen: withFee.feeFen } } },
  });
  const receive = async (amountFen: number, serial: string) => {
    const body = { serial, receipt: `缴款书${serial}`, amountFen, on: "2026-03-02" };
    expect((await office.post(`${inFinance}/receive`, body)).status).toBe(200);
    await office.settle();
  };
  await receive(withFee.feeFen, "GK-1");
  expect((await office.get(inFinance)).body).toMatchObject({ status: "settled", owedFen: 0 });
  expect((await office.get("/books/treasury/trial-balance", { year: "2026" })).body).toMatchObject({
    sets: [{ debitFen: withFee.feeFen, creditFen: withFee.feeFen }],
  });
  expect(await issue()).toMatchObject({ status: 200, body: { status: "valid" } });
});

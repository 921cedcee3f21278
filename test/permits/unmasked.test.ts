import { expect, test } from "vitest";
import * as z from "zod";
import { application } from "../../services/permits/cases/domain/application/decider.ts";
import { parseUscc } from "../../shared/identity-codes/index.ts";
import { someCitizenNumbers } from "../support/citizen-numbers.ts";
import { theApplicant, theApprover, theClerk, theIssuer, theReviewer, theSecond, theTwo } from "./cases/builders.ts";
import { aForm, aHall } from "./permits-hall.ts";

const sees = z.looseObject({ id: z.string() });
const supervisor = { sub: "supervisor-1", name: "督查", roles: ["supervisor"] } as const;
const numbers = someCitizenNumbers(1_000);

test("D1: none of 1,000 villagers' numbers is answered whole, neither when filed, read, listed nor searched", async () => {
  const hall = await aHall();
  for (const idNumber of numbers) {
    const filed = await hall.post(theClerk, "/permits/applications", {
      ...aForm,
      applicant: { ...theApplicant, idNumber },
    });
    expect(filed.status).toBe(201);
    expect(JSON.stringify(filed)).not.toContain(idNumber);
  }
  let text = "";
  let cursor: string | undefined;
  do {
    const page = await hall.get(supervisor, "/permits/applications", {
      status: "received",
      limit: "100",
      ...(cursor === undefined ? {} : { cursor }),
    });
    expect(page.status).toBe(200);
    text += JSON.stringify(page.body);
    cursor = z.looseObject({ next: z.string().optional() }).parse(page.body).next;
  } while (cursor !== undefined);
  expect(text.split('"applicant"').length - 1).toBe(numbers.length);
  expect(numbers.filter((number) => text.includes(number))).toEqual([]);
});

test("D1: a number that passes for a credit code stays hidden through the whole life of a case: views, lists, certificate, history, events' data", async () => {
  const alike = numbers.filter((number) => parseUscc(number).ok).slice(0, 5);
  expect(alike).toHaveLength(5);
  for (const idNumber of alike) {
    const hall = await aHall();
    const id = await hall.file(theClerk, { ...aForm, applicant: { ...theApplicant, idNumber } });
    const at = `/permits/applications/${id}`;
    const answers: unknown[] = [];
    const post = async (who: Parameters<typeof hall.post>[0], path: string, body: object = {}) => {
      const answer = await hall.post(who, path, body);
      expect([path, answer.status]).toEqual([path, 200]);
      answers.push(answer);
    };
    await post({ ...theClerk, sub: "clerk-2" }, `${at}/accept`);
    const review = { opinion: "agree", inspectors: theTwo, affectsThirdParties: false };
    await post(theReviewer, `${at}/review`, review);
    await post(theSecond, `${at}/confirm-survey`);
    await post(theReviewer, `${at}/review`, review);
    await post(theApprover, `${at}/decide`, { outcome: "granted" });
    const certificate = await hall.settle(id);
    await post(theIssuer, `/permits/certificates/${certificate}/issue`);
    for (const path of [
      at,
      `${at}/history`,
      "/permits/applications",
      `/permits/certificates/${certificate}`,
      "/permits/certificates",
    ])
      answers.push(await hall.get(theApprover, path, path.endsWith("applications") ? { status: "granted" } : {}));
    answers.push(await hall.post(theClerk, "/permits/applications/search", { idNumber }));
    answers.push(await hall.get(undefined, `/permits/certificates/${certificate}/verify`));
    const events = await hall.runtime.store.history(application, id);
    answers.push(events.map(({ data, type }) => ({ type, data })));
    answers.push(hall.runtime.observability);
    expect(sees.parse(z.looseObject({ body: z.unknown() }).parse(answers[0]).body).id).toBe(id);
    expect(JSON.stringify(answers)).not.toContain(idNumber);
  }
});

test("D1: no error tells a number that was sent in a body, whatever is wrong with it", async () => {
  const hall = await aHall();
  for (const idNumber of numbers.slice(0, 100)) {
    const wrong = `${idNumber.slice(0, -1)}${idNumber.endsWith("1") ? "2" : "1"}`;
    const sent = [
      { kind: "organisation", name: theApplicant.name, idNumber, phone: theApplicant.phone },
      { kind: "citizen", name: theApplicant.name, idNumber: wrong, phone: theApplicant.phone },
      { kind: "citizen", name: theApplicant.name, idNumber, document: "passport", phone: idNumber },
    ];
    for (const applicant of sent) {
      const refused = await hall.post(theClerk, "/permits/applications", { ...aForm, applicant });
      expect([400, 422]).toContain(refused.status);
      expect([idNumber, wrong].filter((one) => JSON.stringify(refused).includes(one))).toEqual([]);
    }
    const searched = await hall.post(theClerk, "/permits/applications/search", { idNumber: wrong });
    expect(JSON.stringify(searched)).not.toContain(wrong);
  }
});

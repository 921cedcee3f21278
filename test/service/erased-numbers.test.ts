import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { application } from "../../services/permits/cases/domain/application/decider.ts";
import { document } from "../../services/permits/documents/domain/document.ts";
import { permits } from "../../services/permits/service.ts";
import { startOfDay } from "../../shared/calendar/index.ts";
import { theTownItself } from "../../shared/decider/index.ts";
import { erasedMark } from "../../shared/identity-codes/index.ts";
import { clockworkFor, contextFor } from "../../shared/service/index.ts";
import { sha256 } from "../../shared/store/index.ts";
import { aPower, theApplicant, theClerk } from "../permits/cases/builders.ts";
import { aForm, aHall } from "../permits/permits-hall.ts";
import { someCitizenNumbers } from "../support/citizen-numbers.ts";
import { aTownFile, type TemporaryTownFile } from "../support/town-file.ts";

vi.setConfig({ testTimeout: 300_000 });

let file: TemporaryTownFile;
beforeAll(async () => {
  file = await aTownFile();
});
afterAll(() => file.remove());

const name = "guangtong-permits";
const numbers = someCitizenNumbers(1_000);
const phoneOf = (at: number) => `139${String(at).padStart(8, "0")}`;

/** Every row of the town's file, as it lies there. */
const rows = () =>
  file.file.database
    .prepare(`SELECT * FROM "${name}"`)
    .all()
    .map((row) => JSON.stringify(row))
    .join("\n");

test("P-8: of 1,000 villagers' filings nothing is left in the file once their time is over, and all chains are whole", async () => {
  const hall = await aHall(aPower(), { category: "filing" }, file.table(name, permits));
  const { runtime } = hall;
  const ids: string[] = [];
  for (const [at, idNumber] of numbers.entries()) {
    const applicant = { ...theApplicant, idNumber, phone: phoneOf(at) };
    ids.push(await hall.file(theClerk, { ...aForm, applicant }));
  }
  const [first = ""] = ids;
  const paper = await aPaper(hall, first, numbers[0] ?? "");
  const before = rows();
  expect(numbers.every((number) => before.includes(number))).toBe(true);
  expect((await hall.get(theClerk, `/permits/documents/${paper.id}/html`)).status).toBe(200);

  const sweep = clockworkFor(permits, runtime);
  const last = startOfDay("2036-03-03");
  runtime.setClock(new Date(Date.parse(last) - 1).toISOString());
  while ((await sweep()).done > 0);
  const onTheLastDay = rows();
  expect(numbers.every((number) => onTheLastDay.includes(number))).toBe(true);
  expect(onTheLastDay).not.toContain(phoneOf(7));

  runtime.setClock(last);
  while ((await sweep()).done > 0);
  const after = rows();
  expect(numbers.filter((number, at) => after.includes(number) || after.includes(phoneOf(at)))).toEqual([]);
  expect(after).not.toContain(theApplicant.name);
  for (const id of ids.slice(0, 50))
    expect(await runtime.store.verify(application, id)).toMatchObject({ intact: true });

  const shown = await hall.get(theClerk, `/permits/applications/${first}`);
  expect(shown).toMatchObject({ status: 200, body: { applicant: { name: erasedMark, idNumber: erasedMark } } });
  const listed = await hall.get(theClerk, "/permits/applications", { status: "recorded", limit: "100" });
  expect(JSON.stringify(listed.body)).toContain(erasedMark);
  const found = await hall.post(theClerk, "/permits/applications/search", { idNumber: numbers[0] });
  expect(JSON.stringify(found.body)).not.toContain(first);
  const refused = await hall.get(theClerk, `/permits/documents/${paper.id}/html`);
  expect(refused).toMatchObject({ status: 410, body: { code: "record.erased" } });
  expect(await runtime.files.get(paper.html.key)).toBeUndefined();
});

/** A paper of a case, with a person's number on it. */
async function aPaper({ runtime }: Awaited<ReturnType<typeof aHall>>, of: string, idNumber: string) {
  const id = "PAPER00001";
  const kept = async (text: string) => {
    const hash = sha256(text);
    await runtime.files.put(`document/${hash}`, Buffer.from(text), "text/html");
    return { key: `document/${hash}`, sha256: hash };
  };
  const [html, content] = [await kept(`<p>${idNumber}</p>`), await kept(`{"of":"${idNumber}"}`)];
  const tell = (command: Parameters<typeof document.decide>[1], nth: number) =>
    runtime.store.execute({
      ...{ decider: document, id, command, expects: "either", commandId: `paper-${nth}`, bodyDigest: "" },
      context: contextFor(runtime, theTownItself),
    });
  const numbered = { kind: "receipt", application: of, sequence: 1, at: runtime.clock(), on: "2026-03-02" } as const;
  await tell({ type: "number", ...numbered, number: "广通收〔2026〕1号", power: undefined }, 1);
  await tell({ type: "draw-up", html, content, template: 1, missingGlyphs: 0 }, 2);
  return { id, html };
}

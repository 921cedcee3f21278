import { expect, test } from "vitest";
import { theApprover, theClerk } from "./cases/builders.ts";
import { aHall } from "./permits-hall.ts";

test("A5: a case of one version is another answer to another person, and on another day; 304 hides neither", async () => {
  const hall = await aHall();
  const id = await hall.file(theClerk);
  const path = `/permits/applications/${id}`;
  const etagOf = async (who = theClerk) => String((await hall.get(who, path)).headers.etag);
  const mine = await etagOf();
  expect(mine).toMatch(/^"\d+\.[\w-]{22}"$/);
  expect(await etagOf()).toBe(mine);
  expect(await etagOf(theApprover)).not.toBe(mine);
  hall.runtime.setClock("2026-03-05T02:00:00.000Z");
  const later = await etagOf();
  expect(later).not.toBe(mine);
  expect(later.split(".")[0]).toBe(mine.split(".")[0]);
});

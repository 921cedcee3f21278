import { BatchWriteCommand } from "@aws-sdk/lib-dynamodb";
import type { Item } from "../../shared/store/index.ts";
import type { Caller, Hall } from "./hall.ts";
import { ratio, timingOf } from "./timing.ts";

const supervisor: Caller = { sub: "supervisor-1", roles: "[supervisor]", office: "party-government" };
const batch = 25;

/** The states of many applications like one that is there, spread over the year, written past the rules and the stream's consumers. */
async function fillTo(hall: Hall, model: Item, from: number, to: number): Promise<void> {
  for (let start = from; start < to; start += batch) {
    const items = Array.from({ length: Math.min(batch, to - start) }, (_none, place) => copyOf(model, start + place));
    let requests: Record<string, { PutRequest: { Item: Record<string, unknown> } }[]> = {
      [hall.name]: items.map((one) => ({ PutRequest: { Item: one } })),
    };
    while (Object.keys(requests).length > 0) {
      const { UnprocessedItems = {} } = await hall.client.send(new BatchWriteCommand({ RequestItems: requests }));
      requests = Object.fromEntries(
        Object.entries(UnprocessedItems).map(([table, open]) => [
          table,
          open.flatMap(({ PutRequest }) =>
            PutRequest?.Item === undefined ? [] : [{ PutRequest: { Item: PutRequest.Item } }],
          ),
        ]),
      );
    }
  }
}

function copyOf(model: Item, number: number): Item {
  const id = `PL-015.BENCH${String(number).padStart(11, "0")}`;
  const sort = `2026-${String(1 + (number % 12)).padStart(2, "0")}-01#${id}`;
  return { ...model, pk: `application#BENCH${String(number).padStart(11, "0")}`, id, byStatusS: sort, byOfficeS: sort };
}

/** A page of 20 out of 10,000 and out of 200,000, the first page and one from the middle. */
export async function lists(hall: Hall, model: Item, sizes: readonly number[], rounds: number) {
  const status = "accepted";
  const measured: Record<string, ReturnType<typeof timingOf>> = {};
  let filled = 0;
  for (const size of sizes) {
    await fillTo(hall, model, filled, size);
    filled = size;
    const times: number[] = [];
    let next: unknown;
    for (let round = 0; round < rounds + 10; round += 1) {
      const cursor: string = typeof next === "string" ? `&cursor=${encodeURIComponent(next)}` : "";
      const began = performance.now();
      const page: Record<string, unknown> = await hall.call(
        "GET",
        `/permits/applications?status=${status}&limit=20${cursor}`,
        supervisor,
      );
      if (round >= 10) times.push(performance.now() - began);
      next = page.next;
    }
    measured[`of${size}`] = timingOf(times);
  }
  const [small, large] = sizes.map((size) => measured[`of${size}`]?.p50 ?? Number.NaN);
  return { pageSize: 20, rounds, milliseconds: measured, ratio: ratio(large ?? Number.NaN, small ?? Number.NaN) };
}

import { createInterface } from "node:readline";
import { documentClient, dynamoTable } from "../../shared/store/dynamo-table.ts";
import { Store } from "../../shared/store/index.ts";
import { type Reservation, reserve } from "./reservations.ts";

/** A process that holds the money it is told of line by line, many at once, and says what became of each. */
const [name = ""] = process.argv.slice(2);
const store = new Store(dynamoTable(name, documentClient()));

for await (const line of createInterface({ input: process.stdin })) {
  const asked: Reservation = JSON.parse(line);
  reserve(store, asked).then(
    (outcome) => process.stdout.write(`${JSON.stringify({ request: asked.request, kind: outcome.kind })}\n`),
    (failed: unknown) => process.stderr.write(`${asked.request}: ${String(failed)}\n`),
  );
}

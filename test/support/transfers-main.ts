import { createInterface } from "node:readline";
import { documentClient, dynamoTable } from "../../shared/store/dynamo-table.ts";
import { Store } from "../../shared/store/index.ts";
import { type Transfer, transfer } from "./transfers.ts";

/** A process that carries out the transfers it is told line by line, many at once, and says which are done. */
const [name = ""] = process.argv.slice(2);
const store = new Store(dynamoTable(name, documentClient()));

for await (const line of createInterface({ input: process.stdin })) {
  const asked: Transfer = JSON.parse(line);
  transfer(store, asked).then(
    ({ kind }) => process.stdout.write(`${JSON.stringify({ command: asked.command, kind })}\n`),
    (failed: unknown) => process.stderr.write(`${asked.command}: ${String(failed)}\n`),
  );
}

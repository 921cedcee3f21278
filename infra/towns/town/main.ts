import { createInterface } from "node:readline/promises";
import { townsDirectory } from "../load.ts";
import { askedFor } from "./asking.ts";
import { townCommand } from "./command.ts";

const given = process.argv.slice(2);
/** Nobody is asked where nobody sits. */
const args = process.stdin.isTTY ? await asking() : given;
process.exitCode = townCommand(args, {
  townsDirectory,
  print: console.log,
  complain: console.error,
});

async function asking(): Promise<readonly string[]> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await askedFor(given, (question) => terminal.question(question));
  } finally {
    terminal.close();
  }
}

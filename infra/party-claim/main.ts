import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { partyKey, partyNumber } from "../../shared/parties/index.ts";
import { keyedWith } from "../../shared/service/keyed.ts";
import { filesOf } from "../embedded/data-directory.ts";

/*
 * The claim `party` of a person's token, for who runs the identity provider: `npm run party-claim -- --document passport`, the
 * number on standard input, so that no shell keeps it. The secret is the town's: DATA_DIR of an embedded town, or TOWN_SECRET.
 */
const { values } = parseArgs({ options: { document: { type: "string" } } });
const { TOWN_SECRET, DATA_DIR = ".data" } = process.env;
const secret = TOWN_SECRET ?? readFileSync(filesOf(DATA_DIR).townSecret, "utf8").trim();
const read = partyNumber.safeParse({ idNumber: readFileSync(0, "utf8").trim(), document: values.document });
if (read.success) console.log(partyKey(keyedWith(secret), read.data));
else {
  console.error(
    `Not a number of such a paper / 证件号码不对: ${read.error.issues.map(({ message }) => message).join(", ")}`,
  );
  process.exitCode = 1;
}

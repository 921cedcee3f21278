import { finance } from "../../services/finance/service.ts";
import { startTestTown } from "../support/embedded.ts";

/** A town of finance alone as a process: says its address, ends on Ctrl-C, and with the tests whatever becomes of them. */
const town = await startTestTown({ dataDir: process.argv[2] ?? "", services: [finance] });
console.log(town.url);
process.once("SIGINT", () => town.stop().then(() => process.exit(0)));
process.stdin.once("close", () => process.exit(1)).resume();

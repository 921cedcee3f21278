import { writeFile } from "node:fs/promises";
import { printed } from "../../infra/docs/contract/print.ts";
import { examplesFile } from "../../infra/docs/event-examples.ts";
import { eventExamples } from "./event-examples.ts";

/** `npm run examples`: writes docs/event-examples.json from the kept samples of events. */
await writeFile(examplesFile, printed(eventExamples()));
